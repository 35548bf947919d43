/** How many checks and tests passed, failed and were left out. */
export type Totals = { passed: number; failed: number; skipped: number }

export function addUp(all: Totals[]): Totals {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** `12 passed, 0 failed`, with `, 3 skipped` only if there are any. */
export function inWords({ passed, failed, skipped }: Totals): string {
  const always = `${passed} passed, ${failed} failed`
  return skipped > 0 ? `${always}, ${skipped} skipped` : always
}
