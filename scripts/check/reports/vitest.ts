import { z } from 'zod'
import type { Totals } from '../totals.ts'

const report = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(
        z.object({ status: z.enum(['passed', 'failed', 'skipped', 'pending', 'todo', 'disabled']) }),
      ),
    }),
  ),
})

/**
 * Totals of a report by Vitest's `json` reporter. A file that failed without a failed test (an import that
 * throws, say) counts as one failure. Throws a ZodError if it is not such a report.
 */
export function readVitestReport(json: unknown): Totals {
  const files = report.parse(json).testResults
  const tests = files.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = tests.filter((status) => status === 'passed').length
  const failed = tests.filter((status) => status === 'failed').length
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length
  return { passed, failed: failed + brokenFiles, skipped: tests.length - passed - failed }
}
