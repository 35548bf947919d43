import { httpError } from '../errors.ts'

/** Lets a few pieces of work run at a time and the others wait, none of them longer than a caller's patience. */
export class Turns {
  #free: number
  readonly #patience: number
  readonly #waiting: (() => void)[] = []

  /** @param patience in milliseconds, for waiting and working together */
  constructor(places: number, patience: number) {
    this.#free = places
    this.#patience = patience
  }

  /** @throws 503 when patience is at an end; work that has begun keeps its place until it is done all the same */
  async take<Value>(work: () => Promise<Value>): Promise<Value> {
    const { promise: impatience, reject } = Promise.withResolvers<never>()
    let isOver = false
    const timer = setTimeout(() => {
      isOver = true
      reject(
        httpError(503, 'Working on this picture takes too long. Try again later, or with a smaller one.'),
      )
    }, this.#patience)
    const result = this.#enter().then(() => (isOver ? impatience : work()).finally(() => this.#leave()))
    try {
      return await Promise.race([result, impatience])
    } finally {
      clearTimeout(timer)
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** A place goes from hand to hand, so that nobody who comes later gets in between. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free += 1
  }
}
