type Output = { isTTY?: boolean; columns?: number; write: (text: string) => unknown }

/** Shows how far a long job has come. */
export type ProgressBar = { show(step: string, done: number, total: number): void; end(): void }

const width = 24
/** Milliseconds between two pictures of the bar, and between two lines where there is no terminal. */
const onTerminal = 100
const inLog = 2000

/** On a terminal a bar that grows in place; else a line now and then, and none for what takes a moment. */
export function createProgressBar(output: Output, now: () => number = () => performance.now()): ProgressBar {
  let shownAt = now()
  let isOpen = false
  return {
    show(step, done, total) {
      const time = now()
      if (time - shownAt < (output.isTTY ? onTerminal : inLog)) return
      shownAt = time
      if (!output.isTTY) return void output.write(`${step}: ${done} of ${total}\n`)
      const filled = total > 0 ? Math.round((width * Math.min(done, total)) / total) : 0
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
      output.write(`\r\u001b[K${step} ${bar} ${done} of ${total}`)
      isOpen = true
    },
    end() {
      if (isOpen) output.write('\r\u001b[K')
      isOpen = false
    },
  }
}
