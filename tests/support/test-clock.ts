import type { Clock } from '../../src/cms/clock.ts'

/** A clock that stands still until somebody pauses or lets time pass, so that patience takes no time. */
export type TestClock = Clock & {
  /** Milliseconds of each pause that was taken. */
  pauses: number[]
  /** Ends requests that have waited too long then. */
  pass(milliseconds: number): void
}

export function testClock(start = Date.parse('2026-11-20T12:00:00Z')): TestClock {
  let now = start
  let waiting: { until: number; controller: AbortController }[] = []
  const pauses: number[] = []
  return {
    pauses,
    elapsed: () => now,
    date: () => now,
    random: () => 0.5,
    pause: async (milliseconds) => {
      pauses.push(milliseconds)
      now += milliseconds
    },
    timeout(milliseconds) {
      const controller = new AbortController()
      waiting.push({ until: now + milliseconds, controller })
      return controller.signal
    },
    pass(milliseconds) {
      now += milliseconds
      for (const { until, controller } of waiting) if (until <= now) controller.abort()
      waiting = waiting.filter(({ until }) => until > now)
    },
  }
}
