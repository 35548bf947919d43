import { setTimeout } from 'node:timers/promises'

/** Time and chance, as far as patience depends on them. */
export type Clock = {
  /** Milliseconds that only ever grow. */
  elapsed(): number
  /** Milliseconds since 1970. */
  date(): number
  pause(milliseconds: number): Promise<void>
  /** Aborts after so many milliseconds. */
  timeout(milliseconds: number): AbortSignal
  /** From 0 up to 1. */
  random(): number
}

export const systemClock: Clock = {
  elapsed: () => performance.now(),
  date: () => Date.now(),
  pause: (milliseconds) => setTimeout(milliseconds),
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
  random: () => Math.random(),
}
