type Stoppable = { stop: () => Promise<void>; exited: Promise<number | null> }

/** Stops everything that was started, last first, when the program is told to end or a part of it dies. */
export type Shutdown = {
  add(name: string, part: Stoppable): void
  onStop(action: () => void): void
  /** True from the moment that stopping has begun. */
  isStopping(): boolean
}

export function createShutdown(say: (line: string) => void): Shutdown {
  const actions: (() => void | Promise<void>)[] = []
  let stopping = false

  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    for (const action of actions.reverse()) await action()
    process.exit(code)
  }
  const onSignal = () => {
    // npm passes the signal on, so that Ctrl+C in a terminal comes twice.
    if (!stopping) say('\nStopping.')
    void stop(0)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)

  return {
    add(name, part) {
      actions.push(part.stop)
      void part.exited.then((code) => {
        if (stopping) return
        say(
          `\nThe ${name} ended unexpectedly (${code ?? 'killed'}), so everything stops. Start again: nothing acknowledged is lost.`,
        )
        void stop(1)
      })
    },
    onStop: (action) => void actions.push(action),
    isStopping: () => stopping,
  }
}
