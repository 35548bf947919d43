export type Step = { step: string; current?: number; total?: number | '?' }

/** Tells how far something is, on a terminal in one line that changes, else in a line for each step. */
export type Progress = { show: (step: Step) => void; end: () => void }

type Output = { isTTY?: boolean; write: (text: string) => unknown }

export function createProgress(output: Output): Progress {
  let last = ''
  let isOpen = false
  return {
    show: ({ step, current, total }) => {
      const name = step.replace(/\.+$/, '')
      const count =
        current === undefined ? '' : ` ${current}${typeof total === 'number' ? ` of ${total}` : ''}`
      if (output.isTTY) {
        output.write(`\r\u001b[K  ${name}${count}`)
        isOpen = true
      } else if (name !== last) {
        output.write(`  ${name}\n`)
      }
      last = name
    },
    end: () => {
      if (isOpen) output.write('\r\u001b[K')
      isOpen = false
    },
  }
}
