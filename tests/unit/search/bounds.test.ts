import { expect, test } from 'vitest'
import { isWorthCompacting } from '../../../src/search/bounds.ts'

const bounds = { whole: 3, recent: 4, fresh: 1, compact: 2 }

test.for([
  { what: 'two new pages', wanted: 12, base: 10, outside: 2, worth: false },
  { what: 'three new pages', wanted: 13, base: 10, outside: 3, worth: true },
  { what: 'two edits, which leave two results in the base', wanted: 10, base: 10, outside: 2, worth: false },
  { what: 'three removals', wanted: 7, base: 10, outside: 0, worth: true },
  { what: 'one edit and two removals', wanted: 8, base: 10, outside: 1, worth: true },
  { what: 'no base', wanted: 10, base: 0, outside: 10, worth: true },
])('a new base after $what: $worth', ({ worth, ...sizes }) => {
  expect(isWorthCompacting(bounds, sizes)).toBe(worth)
})
