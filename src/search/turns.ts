/** Lets jobs run one after the other. A job that fails does not keep the next from running. */
export type Turns = {
  inTurn<Value>(job: () => Promise<Value>): Promise<Value>
  /** Resolves when nothing runs and nothing waits. */
  settled(): Promise<void>
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    inTurn(job) {
      const run = last.then(job)
      last = run.catch(() => undefined)
      return run
    },
    async settled() {
      for (let seen: typeof last | undefined; seen !== last; ) {
        seen = last
        await seen
      }
    },
  }
}
