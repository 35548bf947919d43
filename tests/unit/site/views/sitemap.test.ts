import { describe, expect, it } from 'vitest'
import {
  keyedRef,
  ref,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedTopic,
  storedVenue,
} from '../../../support/documents.ts'
import { documentsOf, siteOf, testMoment, testSiteUrl } from '../../../support/sites.ts'
import { viewAt } from '../../../support/views.ts'

const many = Array.from({ length: 230 }, (_, index) =>
  storedRecap(`r${index}`, {
    publishedAt: new Date(Date.UTC(2025, 0, 1) + index * 36e5).toISOString(),
    topics: [keyedRef('beer')],
    event: ref('was'),
    ...(index === 7 ? { seo: { noIndex: true } } : {}),
    ...(index === 9 ? { previousPaths: ['/old/'] } : {}),
  }),
)
const documents = [
  ...many,
  storedRecap('straße', { publishedAt: '2026-02-01T00:00:00Z' }),
  storedRecap('scheduled', { publishedAt: '2099-01-01T00:00:00Z' }),
  storedAuthor('ada'),
  storedTopic('beer'),
  storedVenue('pub'),
  storedEvent('was', { startsAt: '2025-01-01T18:00:00Z', endsAt: undefined, venue: ref('pub') }),
  storedEvent('next'),
  ...Array.from({ length: 210 }, (_, index) =>
    storedEvent(`e${index}`, {
      startsAt: new Date(Date.UTC(2024, 0, index + 1)).toISOString(),
      endsAt: undefined,
    }),
  ),
]

const partsOf = (all: object[]) => viewAt('sitemapIndex', '/sitemap-index.xml', all).parts
const listed = (all: object[]) =>
  partsOf(all).flatMap((part) => viewAt('sitemap', part.slice(testSiteUrl.length), all).pages)

describe('the sitemap', () => {
  it('has exactly the pages that search engines may keep, each once', () => {
    const site = siteOf(documentsOf(...documents))
    const kept = [...site.addresses()].filter((path) => {
      const view = site.view(path)
      return view && 'frame' in view && !view.frame.noIndex
    })
    const addresses = listed(documents).map(({ address }) => address)
    expect(addresses.toSorted()).toEqual(kept.map((path) => testSiteUrl + encodeURI(path)).sort())
    expect(addresses).toContain(`${testSiteUrl}/recaps/stra%C3%9Fe/`)
    expect(addresses).not.toContain(`${testSiteUrl}/recaps/r7/`)
  })

  it('is in parts that stay small', () => {
    for (const part of partsOf(documents))
      expect(viewAt('sitemap', part.slice(testSiteUrl.length), documents).pages.length).toBeLessThan(202)
  })

  it('says of documents on which day they changed, and of lists nothing', () => {
    const pages = viewAt('sitemap', '/sitemaps/recaps-2026.xml', documents).pages
    expect(pages).toEqual([
      { address: `${testSiteUrl}/recaps/2026/`, changedAt: undefined },
      { address: `${testSiteUrl}/recaps/stra%C3%9Fe/`, changedAt: '2026-01-01' },
    ])
  })

  it.each<[string, object]>([
    [
      'an edit',
      storedRecap('r3', { publishedAt: '2025-01-01T03:00:00Z', _updatedAt: '2026-06-01T00:00:00Z' }),
    ],
    ['a new recap', storedRecap('new', { publishedAt: '2026-03-01T00:00:00Z' })],
    ['a new evening', storedEvent('new')],
  ])('changes in one part by %s', (_, document) => {
    const before = documentsOf(...documents)
    const site = siteOf(before)
    const texts = () =>
      Object.fromEntries(
        [...site.addresses()]
          .filter((path) => path.startsWith('/sitemap'))
          .map((path) => [path, JSON.stringify(site.view(path))]),
      )
    const old = texts()
    before.put(document)
    site.change(['r3', 'new'], testMoment)
    const now = texts()
    expect(Object.keys(now).filter((path) => now[path] !== old[path])).toHaveLength(1)
  })

  it('has a new page of a list, and is made again for it', () => {
    const recaps = many.slice(0, 35)
    const content = documentsOf(storedAuthor('ada'), ...recaps)
    const site = siteOf(content)
    const read = new Set<string>()
    const pages = () => {
      const recorder = { read: (fact: string) => read.add(fact), notice: () => undefined }
      return JSON.stringify(site.view('/sitemaps/people.xml', recorder))
    }
    expect(pages()).not.toContain('/authors/ada/page/2/')
    content.put(storedRecap('new', { publishedAt: '2026-03-01T00:00:00Z' }))
    const { touched } = site.change(['new'], testMoment)
    expect([...read].some((fact) => touched.has(fact))).toBe(true)
    expect(pages()).toContain('/authors/ada/page/2/')
  })
})
