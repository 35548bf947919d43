import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { resourceLimits } from 'node:worker_threads'

/** Share of what a thread may hold from which on a query has to end; a thread that runs out of memory is lost. */
const highest = 0.9
/** Milliseconds between two looks, and between two collections of garbage for it. */
const interval = 5
const collectionInterval = 200

/** Collects the garbage of this thread. Node offers it only to whoever asks in this way. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
}

/** Watches what this thread holds in memory. */
export class HeapLimit {
  readonly #limit =
    (resourceLimits.maxOldGenerationSizeMb ?? Number.POSITIVE_INFINITY) * 1024 * 1024 * highest
  readonly #collect = garbageCollector()
  #looked = 0
  #collected = 0

  /** @param now of `performance.now()` */
  isReached(now: number): boolean {
    if (now - this.#looked < interval) return false
    this.#looked = now
    if (getHeapStatistics().used_heap_size < this.#limit || now - this.#collected < collectionInterval)
      return false
    this.#collect()
    this.#collected = performance.now()
    return getHeapStatistics().used_heap_size >= this.#limit
  }
}
