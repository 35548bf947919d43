import { describe, expect, it } from 'vitest'
import { pageKey } from '../../../src/site/page-key.ts'
import { routes } from '../../../src/site/routes.ts'
import {
  keyedRef,
  ref,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedTopic,
  storedVenue,
} from '../../support/documents.ts'
import { snapshotOf } from '../../support/snapshots.ts'

type Stored = ReturnType<typeof storedRecap>

const month = (n: number) => `2026-${String(n).padStart(2, '0')}-10T12:00:00Z`

/** Nine recaps by two authors on two topics, one of them of an evening in a pub, and an evening to come. */
const site: Stored[] = [
  storedSettings(),
  storedAuthor('ada'),
  storedAuthor('bea'),
  storedTopic('tools'),
  storedTopic('skills'),
  storedVenue('pub'),
  storedEvent('past', {
    startsAt: '2026-01-08T18:30:00Z',
    endsAt: '2026-01-08T22:00:00Z',
    venue: ref('pub'),
  }),
  storedEvent('next'),
  ...Array.from({ length: 9 }, (_, index) =>
    storedRecap(`r${index + 1}`, {
      publishedAt: month(index + 1),
      authors: [keyedRef(index % 2 ? 'bea' : 'ada')],
      topics: [keyedRef(index % 3 ? 'tools' : 'skills')],
      ...(index === 0 ? { event: ref('past') } : {}),
    }),
  ),
]

const keysOf = (documents: object[], code = 'code') =>
  new Map(routes(snapshotOf(documents)).map((route) => [route.path, pageKey(route.view(), code)]))

/** Addresses that look different, or are there in one only. */
function changedBetween(before: object[], after: object[]): string[] {
  const [old, now] = [keysOf(before), keysOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path)).sort()
}

const edit = (id: string, fields: object) =>
  site.map((document) => (document._id === id ? { ...document, ...fields } : document))

describe('routes', () => {
  it('has every address of the site once', () => {
    const paths = routes(snapshotOf(site)).map((route) => route.path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.sort()).toEqual(
      [
        '/',
        '/404.html',
        '/authors/',
        '/authors/ada/',
        '/authors/bea/',
        '/recaps/',
        ...Array.from({ length: 9 }, (_, index) => `/recaps/r${index + 1}/`),
        '/rss.xml',
        '/search/',
        '/topics/',
        '/topics/skills/',
        '/topics/tools/',
      ].sort(),
    )
  })

  it('has the same addresses with nothing in them at all', () => {
    const paths = routes(snapshotOf([])).map((route) => route.path)
    expect(paths).toEqual(['/', '/recaps/', '/authors/', '/topics/', '/search/', '/404.html', '/rss.xml'])
  })
})

describe('page keys: what a change touches', () => {
  it('nothing, where nothing is changed but bookkeeping', () => {
    expect(changedBetween(site, edit('r5', { _rev: 'x', _updatedAt: '2026-11-19T00:00:00Z' }))).toEqual([])
  })

  it('its own page and the feed, for the words of a recap', () => {
    const body = [{ _type: 'block', style: 'normal', children: [{ _type: 'span', text: 'New words.' }] }]
    expect(changedBetween(site, edit('r2', { body }))).toEqual(['/recaps/r2/', '/rss.xml'])
  })

  it('every page that shows the name, for an author', () => {
    const changed = changedBetween(site, edit('bea', { name: 'Bea' }))
    expect(changed).toContain('/recaps/r2/')
    expect(changed).toContain('/authors/bea/')
    expect(changed).not.toContain('/authors/ada/')
  })

  it('the recaps of its evenings, for a venue', () => {
    expect(changedBetween(site, edit('pub', { name: 'The New Name' }))).toEqual(
      expect.arrayContaining(['/recaps/', '/recaps/r1/', '/authors/ada/', '/topics/skills/']),
    )
    expect(changedBetween(site, edit('pub', { photo: undefined, website: 'https://pub.example' }))).toEqual(
      [],
    )
  })

  it('every page, for the site’s title', () => {
    expect(changedBetween(site, edit('siteSettings', { title: 'New' }))).toEqual(
      [...keysOf(site).keys()].sort(),
    )
  })

  it('every page, for the code', () => {
    const [one, other] = [keysOf(site, 'one'), keysOf(site, 'other')]
    for (const [path, key] of one) expect(other.get(path)).not.toBe(key)
  })

  it('neighbours and lists, for a new recap, and no page of an unrelated author', () => {
    const changed = changedBetween(site, [...site, storedRecap('r10', { publishedAt: month(10) })])
    expect(changed).toEqual(
      [
        '/',
        '/404.html',
        '/authors/',
        '/authors/ada/',
        '/recaps/',
        '/recaps/r10/',
        '/recaps/r9/',
        '/rss.xml',
        '/search/',
      ]
        .concat(
          // Ada’s own recaps say how many she has written.
          ['/recaps/r1/', '/recaps/r3/', '/recaps/r5/', '/recaps/r7/'],
        )
        .sort(),
    )
  })
})
