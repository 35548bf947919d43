import { expect, test } from 'vitest'
import { addUp, inWords } from '../../../scripts/check/totals.ts'

test.each([
  { all: [], words: '0 passed, 0 failed' },
  { all: [{ passed: 1, failed: 0, skipped: 0 }], words: '1 passed, 0 failed' },
  {
    all: [
      { passed: 3, failed: 1, skipped: 0 },
      { passed: 40, failed: 2, skipped: 5 },
    ],
    words: '43 passed, 3 failed, 5 skipped',
  },
])('$all.length totals make "$words"', ({ all, words }) => {
  expect(inWords(addUp(all))).toBe(words)
})
