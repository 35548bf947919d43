import { Failure } from '../failure.ts'
import type { RequestOptions } from './client.ts'
import type { Clock } from './clock.ts'
import { LakeFault } from './lake-fault.ts'

/** How long answers are waited for, in milliseconds. */
export type Patience = {
  /** For one answer, to its last byte. */
  answer: number
  /** Without any answer that could be used, whatever is tried. */
  progress: number
  /** For all answers together. */
  total: number
}

/** Asks until there is an answer, or patience is at its end: then it throws Failure. */
export type Patiently = <T>(ask: (options: RequestOptions) => Promise<T>) => Promise<T>

const firstDelay = 250
const longestDelay = 8000

const hint =
  'Nothing was changed. Check that the lake runs and that the network, the project’s name and the token are right.'

/**
 * Asks a lake again where it is busy or the network fails, later and later, at moments that other programs are not
 * likely to choose as well, and never before the lake wants to be asked. An answer to any question counts as progress.
 * @param place of the lake, for messages
 * @param cancelled ends what is under way
 */
export function patientlyAsking(
  place: string,
  { patience, clock, cancelled }: { patience: Patience; clock: Clock; cancelled: AbortSignal },
): Patiently {
  const began = clock.elapsed()
  let progress = began
  const remaining = () => Math.min(progress + patience.progress, began + patience.total) - clock.elapsed()

  const giveUp = (fault: LakeFault, tries: number) => {
    const often = tries > 1 ? ` (tried ${tries} times)` : ''
    return new Failure(`The content could not be pulled from ${place}: ${fault.message}${often}.`, hint, {
      cause: fault,
    })
  }

  return async (ask) => {
    if (remaining() <= 0) throw giveUp(new LakeFault('it takes too long', false), 1)
    for (let tries = 1; ; tries++) {
      const timeout = clock.timeout(Math.max(1, Math.min(patience.answer, remaining())))
      const signal = AbortSignal.any([timeout, cancelled])
      try {
        const result = await ask({ signal, date: clock.date() })
        progress = clock.elapsed()
        return result
      } catch (error) {
        if (!(error instanceof LakeFault)) throw error
        const delay = Math.max(error.retryAfter, backoff(tries, clock.random()))
        if (!error.isPassing || cancelled.aborted || delay >= remaining()) throw giveUp(error, tries)
        await clock.pause(delay)
      }
    }
  }
}

/** Twice as long after each try, and up to half less, so that many programs do not come back all at once. */
function backoff(tries: number, random: number): number {
  return Math.min(longestDelay, firstDelay * 2 ** (tries - 1)) * (1 - random / 2)
}
