/** How far several writers together have got, and how far they may go. */
export class Pace {
  #steps = 0
  #goal = { at: Number.POSITIVE_INFINITY, reached: (): void => undefined }
  #limit = Number.POSITIVE_INFINITY
  #released = Promise.withResolvers<void>()
  #waiting = 0
  #enough = { at: Number.POSITIVE_INFINITY, reached: (): void => undefined }

  /** For each step of a writer; resolves when it may take the next one. */
  async step(): Promise<void> {
    this.#steps += 1
    if (this.#steps >= this.#goal.at) this.#goal.reached()
    if (this.#steps < this.#limit) return
    this.#waiting += 1
    if (this.#waiting >= this.#enough.at) this.#enough.reached()
    await this.#released.promise
  }

  /** Resolves after so many more steps. */
  reach(more: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#goal = { at: this.#steps + more, reached: resolve }
    return promise
  }

  /**
   * Lets the writers together take so many more steps, and no more until they are released.
   * @returns fulfilled when this number of writers waits for that
   */
  holdAfter(more: number, writers: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#limit = this.#steps + more
    this.#released = Promise.withResolvers()
    this.#waiting = 0
    this.#enough = { at: writers, reached: resolve }
    return promise
  }

  release(): void {
    this.#limit = Number.POSITIVE_INFINITY
    this.#released.resolve()
  }
}
