import { expect, test } from 'vitest'
import { recentlyUsed } from '../../src/recently-used.ts'
import { randomSource } from '../support/random.ts'

test('what was used last is there, nothing is untrue, and there are never more than there is room for', () => {
  const random = randomSource(3)
  const capacity = 10
  const kept = recentlyUsed<number, number>(capacity)
  const truth = new Map<number, number>()
  let used: number[] = []
  const use = (key: number) => {
    used = [key, ...used.filter((other) => other !== key)]
  }
  for (let step = 0; step < 5000; step++) {
    const key = random.below(30)
    const turn = random()
    if (turn < 0.3) {
      kept.set(key, step)
      truth.set(key, step)
      use(key)
    } else if (turn < 0.4) {
      kept.delete(key)
      truth.delete(key)
    } else {
      const found = kept.get(key)
      if (found !== undefined) {
        expect(found).toBe(truth.get(key))
        use(key)
      } else if (truth.has(key)) expect(used.slice(0, capacity / 2)).not.toContain(key)
    }
  }
  const there = Array.from({ length: 30 }, (_, key) => key).filter((key) => kept.get(key) !== undefined)
  expect(there.length).toBeLessThanOrEqual(capacity)
  kept.clear()
  expect(there.map((key) => kept.get(key))).toEqual(there.map(() => undefined))
})
