import { expect, it } from 'vitest'
import { LakeFault } from '../../../src/cms/lake-fault.ts'
import { patientlyAsking } from '../../../src/cms/patience.ts'
import { Failure } from '../../../src/failure.ts'
import { testClock } from '../../support/test-clock.ts'

const patience = { answer: 20_000, progress: 60_000, total: 100_000 }

/** Asks a lake that gives these answers, one after the other, each after some milliseconds. */
function asking(answers: (string | LakeFault)[], took = 0) {
  const clock = testClock()
  const began = clock.elapsed()
  const cancel = new AbortController()
  const signals: AbortSignal[] = []
  const patiently = patientlyAsking('a lake', { patience, clock, cancelled: cancel.signal })
  const ask = () =>
    patiently(async ({ signal }) => {
      signals.push(signal)
      clock.pass(took)
      const answer = answers.shift()
      if (answer instanceof LakeFault) throw answer
      return answer
    })
  return { ask, clock, cancel, signals, elapsed: () => clock.elapsed() - began }
}

const busy = (retryAfter = 0) => new LakeFault('busy', true, retryAfter)
const many = (fault: LakeFault) => Array.from({ length: 100 }, () => fault)

it('asks again later and later, and not all programs at one moment', async () => {
  const { ask, clock } = asking([...many(busy()).slice(0, 7), 'answer'])
  expect(await ask()).toBe('answer')
  // Three quarters, since the test's chance is a half.
  expect(clock.pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000].map((delay) => delay * 0.75))
})

it('leaves the lake alone for as long as it asks for, and no longer than patience lasts', async () => {
  const { ask, clock } = asking([busy(5000), busy(59_000), 'answer'])
  await expect(ask()).rejects.toThrow('The content could not be pulled from a lake: busy (tried 2 times).')
  expect(clock.pauses).toEqual([5000])
})

it('ends after a minute without an answer', async () => {
  const { ask, elapsed } = asking(many(busy()))
  await expect(ask()).rejects.toBeInstanceOf(Failure)
  expect(elapsed()).toBeGreaterThan(50_000)
  expect(elapsed()).toBeLessThanOrEqual(60_000)
})

it('goes on while there are answers', async () => {
  const { ask, elapsed } = asking(['one', 'two'], 45_000)
  expect([await ask(), await ask()]).toEqual(['one', 'two'])
  expect(elapsed()).toBeGreaterThan(patience.progress)
})

it('asks nothing more when all of it takes too long', async () => {
  const { ask, signals } = asking(['one', 'two', 'three'], 55_000)
  await ask()
  await ask()
  await expect(ask()).rejects.toThrow('it takes too long')
  expect(signals).toHaveLength(2)
})

it('does not ask again what will not be answered', async () => {
  const { ask, clock } = asking([new LakeFault('no such dataset', false), 'answer'])
  await expect(ask()).rejects.toThrow('no such dataset.')
  expect(clock.pauses).toEqual([])
})

it('ends what is under way, and does not ask again, where the pull has ended', async () => {
  const { ask, cancel, signals } = asking([busy(), 'answer'])
  cancel.abort()
  await expect(ask()).rejects.toThrow('busy')
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
})
