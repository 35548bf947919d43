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
      expect(viewAt('sitemap', part.slice(testSiteUrl.length), documents).pages.length).toBeLessThan(300)
  })

  it('says of documents on which day they changed, and of lists nothing', () => {
    const pages = viewAt('sitemap', '/sitemaps/recaps-2026.xml', documents).pages
    expect(pages).toEqual([
      { address: `${testSiteUrl}/recaps/2026/`, changedAt: undefined },
      { address: `${testSiteUrl}/recaps/stra%C3%9Fe/`, changedAt: '2026-01-01' },
    ])
  })

  it.each<[string, object]>([
    ['an edit', { ...many[3], _updatedAt: '2026-06-01T00:00:00Z' }],
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

  it('has the pages of lists that come with a new recap, in the part in which it stands itself', () => {
    const fields = { topics: [keyedRef('beer')], event: ref('was') }
    const old = many.slice(0, 35).map((recap) => ({ ...recap, ...fields }))
    const content = documentsOf(
      storedAuthor('ada'),
      storedTopic('beer'),
      storedVenue('pub'),
      storedEvent('was', { venue: ref('pub') }),
      ...old,
    )
    const site = siteOf(content)
    const readBy = new Map<string, Set<string>>()
    const texts = () =>
      [...site.addresses()]
        .filter((path) => path.startsWith('/sitemap'))
        .map((path): [string, string] => {
          const read = new Set<string>()
          readBy.set(path, read)
          return [path, JSON.stringify(site.view(path, { read: (fact) => read.add(fact), notice: () => 0 }))]
        })
    const before = new Map(texts())
    content.put(storedRecap('new', { ...fields, publishedAt: '2025-03-01T00:00:00Z' }))
    const { touched, added } = site.change(['new'], testMoment)
    const isTouched = (path: string) => [...(readBy.get(path) ?? [])].some((fact) => touched.has(fact))
    expect(isTouched('/sitemaps/recaps-2025.xml')).toBe(true)
    const changed = texts().filter(([path, text]) => before.get(path) !== text)
    expect(changed.map(([path]) => path)).toEqual(['/sitemaps/recaps-2025.xml'])
    expect(added.toSorted()).toEqual([
      '/authors/ada/page/2/',
      '/recaps/new/',
      '/recaps/page/2/',
      '/topics/beer/page/2/',
      '/venues/pub/page/2/',
    ])
    for (const path of added) expect(changed[0]?.[1]).toContain(path)
  })
})
