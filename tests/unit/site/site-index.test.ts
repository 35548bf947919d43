import { expect, test } from 'vitest'
import type { Entry, EntryOf } from '../../../src/cms/entry.ts'
import type { Beginning } from '../../../src/site/beginning.ts'
import { beginningOf } from '../../../src/site/beginning.ts'
import { lists } from '../../../src/site/lists.ts'
import { createSiteIndex } from '../../../src/site/site-index.ts'

const moment = Date.UTC(2026, 0, 1)
const zone = 'Europe/London'

const recap = (id: string, slug: string): EntryOf<'recap'> => ({
  _id: id,
  _type: 'recap',
  slug,
  _createdAt: '2020-01-01T00:00:00Z',
  publishedAt: '2025-03-04T12:00:00Z',
  authors: [],
  topics: [],
})

/** Lists as they were, entries as they are now: so a stored beginning has them. */
function late(then: readonly Entry[], now: readonly Entry[]): Beginning {
  const today = beginningOf(now, moment, zone)
  return {
    ...beginningOf(then, moment, zone),
    entry: today.entry,
    idBySlug: today.idBySlug,
  }
}

test('an index that reads its entries late is rewound to what they were', () => {
  const then = [recap('moves', 'old'), recap('swaps', 'one'), recap('goes', 'gone')]
  const now = [recap('moves', 'new'), recap('swaps', 'two'), recap('comes', 'one')]
  const index = createSiteIndex(late(then, now), moment, zone)
  const changed = (id: string) => ({
    id,
    before: then.find(({ _id }) => _id === id),
    after: now.find(({ _id }) => _id === id),
  })
  index.rewind(['moves', 'swaps', 'goes', 'comes'].map(changed))
  const found = (slug: string) => index.idBySlug('recap', slug)
  expect(['old', 'one', 'gone', 'new', 'two'].map(found)).toEqual([
    'moves',
    'swaps',
    'goes',
    undefined,
    undefined,
  ])
  expect(index.entry('moves')).toEqual(then[0])
  expect(index.entry('goes')).toEqual(then[2])
  expect(index.entry('comes')).toBeUndefined()

  for (const id of ['moves', 'swaps', 'goes', 'comes']) index.replace(id, changed(id).after, new Set())
  expect(['old', 'one', 'gone', 'new', 'two'].map(found)).toEqual([
    undefined,
    'comes',
    undefined,
    'moves',
    'swaps',
  ])
  expect([...(index.changedLists().get(lists.recaps) ?? [])].map(({ id }) => id).sort()).toEqual([
    'comes',
    'moves',
    'swaps',
  ])
  expect(index.changedLists().size).toBe(0)
})

test('everything that a beginning keeps is what an index would keep of it', () => {
  const event: EntryOf<'event'> = {
    _id: 'evening',
    _type: 'event',
    slug: 'evening',
    _createdAt: '2020-01-01T00:00:00Z',
    startsAt: '2026-02-03T18:00:00Z',
    status: 'scheduled',
    venue: 'pub',
  }
  const all: Entry[] = [
    { ...recap('r', 'r'), authors: ['a'], topics: ['t', 't'], event: 'evening', previousPaths: ['/was/'] },
    { ...recap('s', 's'), publishedAt: '2027-01-01T00:00:00Z' },
    event,
    { _id: 'a', _type: 'author', slug: 'a', _createdAt: '', name: 'A' },
    { _id: 't', _type: 'topic', slug: 't', _createdAt: '', title: 'T' },
    { _id: 'pub', _type: 'venue', slug: 'pub', _createdAt: '', name: 'Pub' },
  ]
  const index = createSiteIndex(beginningOf([], moment, zone), moment, zone)
  for (const entry of all) index.replace(entry._id, entry, new Set())
  const kept = [...index.changedLists()].map(([name, items]) => [
    name,
    items.map(({ id, at }) => `${id} ${at}`),
  ])
  const expected = [...beginningOf(all, moment, zone).kept()].map(([name, items]) => [
    name,
    items.map(({ id, at }) => `${id} ${at}`),
  ])
  const sorted = (lists: unknown[][]) => lists.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  // Lists on which nothing stands need not be noted.
  expect(sorted(kept)).toEqual(sorted(expected.filter(([, items]) => items?.length !== 0)))
})
