import type { HeapLimit } from './heap-limit.ts'
import { StoppedQuery } from './stopped-query.ts'

/** Milliseconds by which reading and sorting for later queries too may extend the time of one. */
const maximumExtension = 600

/** Milliseconds of extension after which those who wait are told of it: less than what they have patience for. */
const toldAfter = 50

export type ClockOptions = {
  heap: HeapLimit
  /** Whether nobody waits for the value any more. */
  isUnwanted: () => boolean
  /** Hears that the time begins to count, from the start or after an extension. */
  onBegin: () => void
  /** Hears that something goes on that takes its time, and that is not to be ended. */
  onPrepare: () => void
}

/** Says when a query has to end. What only the first of many such queries has to do is not held against it. */
export class QueryClock {
  readonly #options: ClockOptions
  #deadline = Number.POSITIVE_INFINITY
  #extensions = 0
  #untold = 0

  constructor(options: ClockOptions) {
    this.#options = options
  }

  start(milliseconds: number): void {
    this.#deadline = performance.now() + milliseconds
    this.#extensions = maximumExtension
    this.#untold = 0
    this.#options.onBegin()
  }

  stop(): void {
    this.#deadline = Number.POSITIVE_INFINITY
  }

  /** @throws StoppedQuery */
  check(): void {
    const now = performance.now()
    if (now > this.#deadline || this.#options.isUnwanted()) throw new StoppedQuery('late')
    if (this.#options.heap.isReached(now)) throw new StoppedQuery('large')
  }

  /** A value was read that need not be read again. */
  extend(milliseconds: number): void {
    const extension = Math.min(milliseconds, this.#extensions)
    this.#extensions -= extension
    this.#deadline += extension
    this.#untold += extension
    if (this.#untold < toldAfter) return
    this.#untold = 0
    this.#options.onBegin()
  }

  /** Something that later queries need not do again. */
  prepare<Value>(work: () => Value): Value {
    this.check()
    const [began, left] = [performance.now(), this.#extensions]
    this.#options.onPrepare()
    try {
      return work()
    } finally {
      const extended = left - this.#extensions
      this.extend(performance.now() - began - extended)
      this.#options.onBegin()
    }
  }
}
