import { z } from 'zod'
import type { Totals } from '../totals.ts'

const report = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/**
 * Totals of a report by Playwright's `json` reporter. A flaky test counts as failed, and so does every error
 * outside of the tests. Throws a ZodError if it is not such a report.
 */
export function readPlaywrightReport(json: unknown): Totals {
  const { stats, errors } = report.parse(json)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}
