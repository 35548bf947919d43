/** Runs a job now if it rests, else once more after the run that is under way: no call is lost, no two overlap. */
export type Refresher = {
  refresh(): Promise<void>
  /** Resolves when nothing runs and nothing waits, however the last run went. */
  settled(): Promise<void>
}

export function createRefresher(job: () => Promise<void>): Refresher {
  let current: Promise<void> | undefined
  let next: Promise<void> | undefined

  const run = (): Promise<void> => {
    const started = job().finally(() => {
      if (current === started) current = undefined
    })
    current = started
    return started
  }

  return {
    refresh() {
      if (!current && !next) return run()
      next ??= (current ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => {
          next = undefined
          return run()
        })
      return next
    },
    async settled() {
      while (current || next) await (next ?? current)?.catch(() => undefined)
    },
  }
}
