import type { Ending } from './run.ts'
import { type RunnerName, runners } from './runners.ts'
import type { Totals } from './totals.ts'

/**
 * What a step's ending counts for. `report` is the text of the file that a test runner writes; a step without a
 * runner is one check. A runner that ends badly, writes no report or runs no test has failed, whatever it says.
 */
export function judge(runner: RunnerName | undefined, ending: EndOfStep, report?: string): Outcome {
  const complaint = ending.problem ?? (ending.code === 0 ? undefined : `ended with code ${ending.code}`)
  if (!runner) return complaint ? failure(complaint) : { totals: { passed: 1, failed: 0, skipped: 0 } }
  if (report === undefined) return failure(`${complaint ?? 'ended'} and wrote no report`)
  const totals = read(runner, report)
  if (!totals) return failure(`${complaint ?? 'ended'} and wrote a report that cannot be read`)
  if (totals.failed > 0) return { totals, problem: ending.problem }
  if (totals.passed === 0)
    return failure(complaint ? `${complaint}, having run no tests` : 'ran no tests', totals)
  if (complaint) return failure(`${complaint}, though no test failed`, totals)
  return { totals }
}

function failure(problem: string, totals: Totals = { passed: 0, failed: 0, skipped: 0 }): Outcome {
  return { totals: { ...totals, failed: totals.failed + 1 }, problem }
}

function read(runner: RunnerName, report: string): Totals | undefined {
  try {
    return runners[runner].read(JSON.parse(report))
  } catch {
    return undefined
  }
}

type EndOfStep = Pick<Ending, 'code' | 'problem'>

export type Outcome = { totals: Totals; problem?: string | undefined }
