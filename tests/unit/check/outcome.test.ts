import { expect, test } from 'vitest'
import { judge } from '../../../scripts/check/outcome.ts'

const good = { code: 0, problem: undefined }
const bad = { code: 1, problem: undefined }
const killed = { code: null, problem: 'took longer than 600 s and was stopped' }

test.each([
  { name: 'passes', ending: good, totals: { passed: 1, failed: 0, skipped: 0 } },
  { name: 'fails', ending: bad, totals: { passed: 0, failed: 1, skipped: 0 }, problem: 'ended with code 1' },
  {
    name: 'never ends',
    ending: killed,
    totals: { passed: 0, failed: 1, skipped: 0 },
    problem: 'took longer than 600 s and was stopped',
  },
])('a check that $name', ({ ending, totals, problem }) => {
  expect(judge(undefined, ending)).toEqual({ totals, problem })
})

test.each([
  {
    name: 'passes',
    ending: good,
    report: { expected: 5, unexpected: 0, skipped: 1 },
    totals: { passed: 5, failed: 0, skipped: 1 },
  },
  {
    name: 'has failed tests',
    ending: bad,
    report: { expected: 5, unexpected: 2, skipped: 0 },
    totals: { passed: 5, failed: 2, skipped: 0 },
  },
  {
    name: 'has failed tests and says that all is well',
    ending: good,
    report: { expected: 5, unexpected: 2, skipped: 0 },
    totals: { passed: 5, failed: 2, skipped: 0 },
  },
  {
    name: 'ends badly after good tests',
    ending: bad,
    report: { expected: 5, unexpected: 0, skipped: 0 },
    totals: { passed: 5, failed: 1, skipped: 0 },
    problem: 'ended with code 1, though no test failed',
  },
  {
    name: 'is stopped after a report',
    ending: killed,
    report: { expected: 5, unexpected: 1, skipped: 0 },
    totals: { passed: 5, failed: 1, skipped: 0 },
    problem: 'took longer than 600 s and was stopped',
  },
  {
    name: 'finds no tests',
    ending: good,
    report: { expected: 0, unexpected: 0, skipped: 0 },
    totals: { passed: 0, failed: 1, skipped: 0 },
    problem: 'ran no tests',
  },
  {
    name: 'finds no tests and says so',
    ending: bad,
    report: { expected: 0, unexpected: 0, skipped: 0 },
    totals: { passed: 0, failed: 1, skipped: 0 },
    problem: 'ended with code 1, having run no tests',
  },
  {
    name: 'skips every test',
    ending: good,
    report: { expected: 0, unexpected: 0, skipped: 4 },
    totals: { passed: 0, failed: 1, skipped: 4 },
    problem: 'ran no tests',
  },
])('a runner that $name', ({ ending, report, totals, problem }) => {
  const text = JSON.stringify({ errors: [], stats: { flaky: 0, ...report } })
  expect(judge('playwright', ending, text)).toEqual({ totals, problem })
})

test.each([
  { name: 'no report', ending: good, report: undefined, problem: 'ended and wrote no report' },
  { name: 'a crash', ending: bad, report: undefined, problem: 'ended with code 1 and wrote no report' },
  {
    name: 'half a report',
    ending: good,
    report: '{"tes',
    problem: 'ended and wrote a report that cannot be read',
  },
  {
    name: 'another report',
    ending: good,
    report: '{}',
    problem: 'ended and wrote a report that cannot be read',
  },
])('$name is a failure of the runner', ({ ending, report, problem }) => {
  expect(judge('vitest', ending, report)).toEqual({ totals: { passed: 0, failed: 1, skipped: 0 }, problem })
})
