import { deepStrictEqual } from 'node:assert/strict'
import { applyPatch, incremental } from 'mendoza'
import { describe, expect, test } from 'vitest'
import { encodePatch } from '../../../scripts/lake/mendoza/encode.ts'
import { RandomJson } from '../../support/random-json.ts'

const seeds = Array.from({ length: 20 }, (_, index) => index * 7919 + 1)

describe.each(seeds)('seed %i', (seed) => {
  test('pairs of values, alike or not, each leading to the other', () => {
    const random = new RandomJson(seed)
    for (let round = 0; round < 200; round += 1) {
      const before = frozen(random.value(4))
      const after = frozen(random.below(8) === 0 ? random.value(4) : edits(random, before))
      check(before, after)
      check(after, before)
    }
  })

  test("the Studio's history: patches one after the other on values that remember where they come from", () => {
    const random = new RandomJson(seed)
    for (let round = 0; round < 12; round += 1) {
      let current = withoutPrototypes(random.value(4))
      let value = incremental.wrap(current, 0)
      for (let revision = 1; revision < 12; revision += 1) {
        const next = withoutPrototypes(edits(random, current))
        const previous = value
        value = incremental.applyPatch(value, stored(encodePatch(current, next)), revision)
        deepStrictEqual(fromParts(value), next)
        deepStrictEqual(incremental.unwrap(value), next)
        deepStrictEqual(fromParts(previous), current)
        current = next
      }
    }
  })
})

function check(before: unknown, after: unknown): void {
  const patch = frozen(stored(encodePatch(before, after)))
  deepStrictEqual(applyPatch(before, patch), after)
  expect(JSON.stringify(patch).length).toBeLessThanOrEqual(JSON.stringify([0, after]).length)
  expect(encodePatch(after, structuredClone(after))).toEqual([])
}

function edits(random: RandomJson, value: unknown): unknown {
  let edited = value
  for (let left = random.below(4); left >= 0; left -= 1) edited = random.edited(edited)
  return edited
}

function stored(patch: unknown[]): unknown[] {
  return JSON.parse(JSON.stringify(patch))
}

/** What changes a frozen value throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** The lake refuses this name of a field, and values that remember cannot have it. */
function withoutPrototypes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item) => (key === '__proto__' ? undefined : item))
}

/** Put together from its parts again, where it has any: a value keeps what was once read from it. */
function fromParts({ content, data }: incremental.Value<number>): unknown {
  if (content?.type === 'string') return content.parts.map((part) => part.value).join('')
  if (content?.type === 'array') return content.elements.map(fromParts)
  if (!content) return data
  return Object.fromEntries(Object.entries(content.fields).map(([key, item]) => [key, fromParts(item)]))
}
