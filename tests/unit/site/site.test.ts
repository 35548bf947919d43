import { describe, expect, it } from 'vitest'
import {
  keyedRef,
  ref,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedVenue,
} from '../../support/documents.ts'
import { documentsOf, siteOf } from '../../support/sites.ts'
import { viewAt } from '../../support/views.ts'

const archived = (documents: object[], now?: Date) =>
  viewAt('archive', '/recaps/', documents, now).cards.map(({ href }) => href.split('/')[2])

describe('what is public at a moment', () => {
  const dated = [
    storedRecap('old', { publishedAt: '2025-01-01T00:00:00Z' }),
    storedRecap('scheduled', { publishedAt: '2026-11-20T12:00:01Z' }),
    storedRecap('now', { publishedAt: '2026-11-20T12:00:00Z' }),
    storedRecap('new', { publishedAt: '2026-11-01T00:00:00Z' }),
  ]

  it('shows recaps newest first, and none that is dated later', () => {
    expect(archived(dated)).toEqual(['now', 'new', 'old'])
    expect(siteOf(documentsOf(...dated)).hasAddress('/recaps/scheduled/')).toBe(false)
    expect(archived(dated, new Date('2026-11-20T12:00:01Z'))).toEqual(['scheduled', 'now', 'new', 'old'])
  })

  it('knows when it will be out of date', () => {
    const validUntil = (...documents: object[]) => siteOf(documentsOf(...documents)).validUntil()
    const scheduled = storedRecap('s', { publishedAt: '2026-11-30T08:00:00Z' })
    const event = storedEvent('e', { startsAt: '2026-11-25T18:30:00Z', endsAt: '2026-11-25T22:00:00Z' })
    expect(validUntil(scheduled)).toEqual(new Date('2026-11-30T08:00:00Z'))
    expect(validUntil(scheduled, event)).toEqual(new Date('2026-11-25T22:00:00Z'))
    expect(validUntil(storedRecap('past'))).toBeUndefined()
  })

  it.each([
    ['under way', [{ startsAt: '2026-11-20T11:00:00Z', endsAt: undefined }, {}], 'e0'],
    ['soonest', [{}, { startsAt: '2026-11-21T11:00:00Z', endsAt: undefined }], 'e1'],
    ['not over', [{ startsAt: '2026-11-19T18:30:00Z', endsAt: '2026-11-19T22:00:00Z' }, {}], 'e1'],
    [
      'not cancelled',
      [{ startsAt: '2026-11-21T11:00:00Z', endsAt: undefined, status: 'cancelled' }, {}],
      'e1',
    ],
  ])('announces the next evening: %s', (_, events, next) => {
    const documents = events.map((fields, index) =>
      storedEvent(`e${index}`, { title: `e${index}`, venue: ref('pub'), ...fields }),
    )
    const { nextEvening } = viewAt('home', '/', [storedVenue('pub'), ...documents])
    expect(nextEvening).toMatchObject({ title: next, venue: { name: 'The pub' } })
  })
})

it('keeps authors in the order in which the recap names them, and leaves out those that are gone', () => {
  const recap = storedRecap('r', { authors: [keyedRef('bea'), keyedRef('gone'), keyedRef('ada')] })
  const { authors } = viewAt('recap', '/recaps/r/', [recap, storedAuthor('ada'), storedAuthor('bea')])
  expect(authors.map(({ name }) => name)).toEqual(['Name of bea', 'Name of ada'])
})

it('takes settings only from the one document that is meant', () => {
  const stray = { ...storedSettings({ title: 'Stray' }), _id: 'another' }
  expect(viewAt('home', '/', [stray]).frame.siteTitle).toBe('blog.example')
  expect(viewAt('home', '/', [stray, storedSettings()]).frame.siteTitle).toBe('The Example')
})

describe('addresses', () => {
  const site = siteOf(
    documentsOf(
      storedAuthor('ada'),
      storedVenue('pub'),
      storedEvent('quiz', { venue: ref('pub') }),
      ...Array.from({ length: 25 }, (_, n) =>
        storedRecap(`r${n}`, { publishedAt: `20${n < 3 ? '25' : '26'}-01-${10 + (n % 20)}T12:00:00Z` }),
      ),
    ),
  )

  it.each([
    ['/', true],
    ['/recaps/', true],
    ['/recaps/page/1/', true],
    ['/recaps/page/2/', false],
    ['/recaps/page/0/', false],
    ['/recaps/page/01/', false],
    ['/recaps/r0/', true],
    ['/recaps/r0/page/1/', false],
    ['/recaps/r25/', false],
    ['/recaps/r0', false],
    ['/recaps/2025/', true],
    ['/recaps/2025/page/1/', false],
    ['/recaps/02025/', false],
    ['/recaps/2024/', false],
    ['/authors/ada/', true],
    ['/authors/ada/page/1/', true],
    ['/authors/ada/page/2/', false],
    ['/authors/bea/', false],
    ['/topics/ada/', false],
    ['/events/', true],
    ['/events/page/1/', false],
    ['/events/quiz/', true],
    ['/events/quiz/page/1/', false],
    ['/events/pub/', false],
    ['/venues/', true],
    ['/venues/pub/', true],
    ['/venues/quiz/', false],
    ['/sitemaps/recaps-2025.xml', true],
    ['/sitemaps/recaps-2024.xml', false],
    ['/sitemaps/recaps-2025-page-1.xml', false],
    ['/sitemaps/events.xml', true],
    ['/og/site.png', false],
    ['/rss.xml', true],
    ['/rss.xml/', false],
    ['', false],
  ])('%s: %s', (path, isThere) => {
    expect(site.hasAddress(path)).toBe(isThere)
    expect(site.view(path) !== undefined).toBe(isThere)
  })

  it('are listed each once, and each of them shows something', () => {
    const paths = [...site.addresses()]
    expect(new Set(paths).size).toBe(paths.length)
    for (const path of paths) expect(site.view(path), path).toBeDefined()
  })

  it('are the same with nothing in the site at all', () => {
    expect([...siteOf(documentsOf()).addresses()].sort()).toEqual(
      [
        '/',
        '/recaps/',
        '/events/',
        '/authors/',
        '/topics/',
        '/venues/',
        '/search/',
        '/404.html',
        '/rss.xml',
        '/robots.txt',
        '/manifest.webmanifest',
        '/_redirects',
        '/_headers',
        '/sitemap-index.xml',
        '/sitemaps/site.xml',
        '/sitemaps/people.xml',
        '/sitemaps/topics.xml',
        '/sitemaps/venues.xml',
        '/sitemaps/events.xml',
      ].sort(),
    )
  })
})
