/** How far several writers together have got, and how far they may go. */
export class Pace {
  #steps = 0
  #goal = { at: Number.POSITIVE_INFINITY, reached: (): void => undefined }
  #limit = Number.POSITIVE_INFINITY
  #released = Promise.withResolvers<void>()

  /** For each step of a writer; resolves when it may take the next one. */
  async step(): Promise<void> {
    this.#steps += 1
    if (this.#steps >= this.#goal.at) this.#goal.reached()
    if (this.#steps >= this.#limit) await this.#released.promise
  }

  /** Resolves after so many more steps. */
  reach(more: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#goal = { at: this.#steps + more, reached: resolve }
    return promise
  }

  /** Lets the writers take so many more steps, and no more until they are released. */
  holdAfter(more: number): void {
    this.#limit = this.#steps + more
    this.#released = Promise.withResolvers()
  }

  release(): void {
    this.#limit = Number.POSITIVE_INFINITY
    this.#released.resolve()
  }
}
