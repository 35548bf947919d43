import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work after which others get their turn. */
const maximumBreath = 20

/** Lets other requests be answered while something long is done on the thread that answers them. */
export class Breather {
  #since = performance.now()

  async breathe(): Promise<void> {
    if (performance.now() - this.#since < maximumBreath) return
    await setImmediate()
    this.#since = performance.now()
  }
}
