import { expect, test } from 'vitest'
import { account } from '../../../scripts/check/account.ts'

const ending = { code: 1, problem: undefined, output: 'src/a.ts: wrong\n', seconds: 2.34 }

test('a step that passed is one line', () => {
  const step = { name: 'lint', title: 'format and lint', command: ['biome'] }
  const outcome = { totals: { passed: 1, failed: 0, skipped: 0 } }
  expect(account({ step, ending, outcome })).toBe('✓ format and lint · 2.3 s')
})

test('test runners tell their numbers', () => {
  const step = { name: 'unit', title: 'unit tests', command: ['vitest'], runner: 'vitest' as const }
  const outcome = { totals: { passed: 12, failed: 0, skipped: 1 } }
  expect(account({ step, ending, outcome })).toBe('✓ unit tests · 2.3 s · 12 passed, 0 failed, 1 skipped')
})

test('a step that failed shows its output and how to repeat it', () => {
  const step = { name: 'lint', title: 'format and lint', command: ['biome'] }
  const outcome = { totals: { passed: 0, failed: 1, skipped: 0 }, problem: 'ended with code 1' }
  expect(account({ step, ending, outcome })).toBe(
    '\n✗ format and lint · 2.3 s · ended with code 1\n\nsrc/a.ts: wrong\n\nThis step alone: npm test -- lint\n',
  )
})
