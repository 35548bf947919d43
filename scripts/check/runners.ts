import { readPlaywrightReport } from './reports/playwright.ts'
import { readVitestReport } from './reports/vitest.ts'
import type { Totals } from './totals.ts'

/** The test runners: how each is told to write a report into a file, and who reads that. */
export const runners: Record<RunnerName, Runner> = {
  vitest: {
    read: readVitestReport,
    reporting: (file) => ({
      args: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      env: {},
    }),
  },
  playwright: {
    read: readPlaywrightReport,
    reporting: (file) => ({
      args: ['--reporter=line,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
  },
}

export type RunnerName = 'vitest' | 'playwright'

type Runner = {
  /** Throws if it is not such a report. */
  read: (json: unknown) => Totals
  reporting: (file: string) => { args: string[]; env: Record<string, string> }
}
