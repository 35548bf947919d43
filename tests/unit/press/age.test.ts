import { expect, it } from 'vitest'
import { age } from '../../../src/press/age.ts'

const now = new Date('2026-11-27T12:00:00Z')

it.each([
  ['2026-11-27T11:59:59.500Z', '0 seconds ago'],
  ['2026-11-27T11:59:59Z', '1 second ago'],
  ['2026-11-27T11:58:01Z', '1 minute ago'],
  ['2026-11-27T09:00:00Z', '3 hours ago'],
  ['2026-10-28T12:00:00Z', '30 days ago'],
  ['2026-11-27T12:00:05Z', '0 seconds ago'],
])('%s was %s', (moment, words) => {
  expect(age(new Date(moment), now)).toBe(words)
})
