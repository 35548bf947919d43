import type { Checked } from './check.ts'
import { inWords } from './totals.ts'

/** What to tell about a step: one line if it passed, and everything that it printed if it did not. */
export function account({ step, ending, outcome }: Checked): string {
  const { totals, problem } = outcome
  const failed = totals.failed > 0
  const parts = [
    `${failed ? '✗' : '✓'} ${step.title}`,
    `${ending.seconds.toFixed(1)} s`,
    step.runner ? inWords(totals) : undefined,
    problem,
  ]
  const header = parts.filter(Boolean).join(' · ')
  if (!failed) return header
  return `\n${header}\n\n${ending.output.trim()}\n\nThis step alone: npm test -- ${step.name}\n`
}
