import { expect } from 'vitest'
import { storedAuthor } from '../../../support/documents.ts'
import { test } from '../../../support/filled-mirror.ts'

test('lists what is news, and what is gone', ({ filled }) => {
  filled.change([storedAuthor('ada'), storedAuthor('bob'), storedAuthor('eve', { name: '' })])
  const update = filled.mirror.begin()
  const listing = update.beginListing()
  listing.note('ada', 'rev-ada')
  listing.note('eve', 'another')
  listing.note('new', 'first')
  expect(listing.newsCount()).toBe(2)
  expect(listing.takeNews(10)).toEqual([
    { id: 'eve', rev: 'another' },
    { id: 'new', rev: 'first' },
  ])
  expect(listing.takeNews(10)).toEqual([])
  expect(listing.unlisted()).toEqual(['bob'])
  listing.strike('ada')
  expect(listing.unlisted()).toEqual(['ada', 'bob'])
  update.abandon()
})

test.for([
  [100, [100, 100, 50]],
  // As long as ids may be.
  [200, [62, 62, 62, 62, 2]],
] as const)('takes up to %i at once, and no more than an address holds', ([size, counts], { filled }) => {
  const long = size === 100 ? '' : '-'.repeat(124)
  const update = filled.mirror.begin()
  const listing = update.beginListing()
  for (let index = 0; index < 250; index++) listing.note(`${index}`.padStart(4, '0') + long, 'first')
  expect(counts.map(() => listing.takeNews(size).length)).toEqual(counts)
  expect(listing.takeNews(size)).toEqual([])
  update.abandon()
})
