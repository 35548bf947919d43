import { expect, test } from 'vitest'
import { readPlaywrightReport } from '../../../scripts/check/reports/playwright.ts'
import { readVitestReport } from '../../../scripts/check/reports/vitest.ts'

const vitestFile = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
})

test.each([
  { name: 'nothing', files: [], totals: { passed: 0, failed: 0, skipped: 0 } },
  {
    name: 'one passing file',
    files: [vitestFile('passed', 'passed', 'passed')],
    totals: { passed: 2, failed: 0, skipped: 0 },
  },
  {
    name: 'every status',
    files: [vitestFile('failed', 'passed', 'failed', 'skipped', 'pending', 'todo', 'disabled')],
    totals: { passed: 1, failed: 1, skipped: 4 },
  },
  {
    name: 'a file that could not be loaded',
    files: [vitestFile('failed'), vitestFile('passed', 'passed')],
    totals: { passed: 1, failed: 1, skipped: 0 },
  },
  {
    name: 'a file whose hook failed after its tests passed',
    files: [vitestFile('failed', 'passed')],
    totals: { passed: 1, failed: 1, skipped: 0 },
  },
])('Vitest: $name', ({ files, totals }) => {
  expect(readVitestReport({ testResults: files })).toEqual(totals)
})

const noStats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }

test.each([
  { name: 'nothing', stats: {}, errors: [], totals: { passed: 0, failed: 0, skipped: 0 } },
  {
    name: 'every kind',
    stats: { expected: 7, unexpected: 2, skipped: 1 },
    errors: [],
    totals: { passed: 7, failed: 2, skipped: 1 },
  },
  {
    name: 'a flaky test has failed',
    stats: { expected: 7, flaky: 1 },
    errors: [],
    totals: { passed: 7, failed: 1, skipped: 0 },
  },
  {
    name: 'an error outside of the tests',
    stats: {},
    errors: [{ message: 'SyntaxError' }],
    totals: { passed: 0, failed: 1, skipped: 0 },
  },
])('Playwright: $name', ({ stats, errors, totals }) => {
  expect(readPlaywrightReport({ stats: { ...noStats, ...stats }, errors })).toEqual(totals)
})

test.each([null, {}, { testResults: [{}] }, 'text'])('%j is no report of either', (json) => {
  expect(() => readVitestReport(json)).toThrow()
  expect(() => readPlaywrightReport(json)).toThrow()
})
