import type { ListName } from '../lists.ts'
import { lists } from '../lists.ts'
import {
  authorPath,
  eventPath,
  pagePath,
  paths,
  recapPath,
  sitemapPaths,
  topicPath,
  venuePath,
} from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { remembered } from '../remembered.ts'

/**
 * One part of the sitemap: pages with complete addresses. Only documents say when they changed last: lists change with
 * every document on them, and to say so would change as many parts as there are lists.
 */
export type SitemapView = { kind: 'sitemap'; pages: { address: string; changedAt: string | undefined }[] }

/** All parts of the sitemap. It changes only when one comes or goes. */
export type SitemapIndexView = { kind: 'sitemapIndex'; parts: string[] }

export function sitemapIndexView(site: SiteReader): SitemapIndexView {
  const ofList = (list: ListName, path: (page: number | undefined) => string) => [
    path(undefined),
    ...Array.from({ length: site.pages(list) }, (_, index) => path(index + 1)),
  ]
  const parts = [
    sitemapPaths.site,
    sitemapPaths.people,
    sitemapPaths.topics,
    sitemapPaths.venues,
    ...site.years().flatMap((year) => ofList(lists.year(year), (page) => sitemapPaths.year(year, page))),
    ...ofList(lists.past, sitemapPaths.events),
  ]
  return { kind: 'sitemapIndex', parts: parts.map((path) => site.siteUrl + path) }
}

/** What belongs to no document: the home page, the archive, the search. */
export function siteSitemapView(site: SiteReader): SitemapView {
  return sitemap(site, [{ path: paths.home }, { path: paths.recaps }, { path: paths.search }])
}

export function peopleSitemapView(site: SiteReader): SitemapView {
  return namedSitemap(site, paths.authors, 'author', authorPath)
}

export function topicsSitemapView(site: SiteReader): SitemapView {
  return namedSitemap(site, paths.topics, 'topic', topicPath)
}

export function venuesSitemapView(site: SiteReader): SitemapView {
  return namedSitemap(site, paths.venues, 'venue', venuePath)
}

function namedSitemap(
  site: SiteReader,
  list: string,
  type: 'author' | 'topic' | 'venue',
  pathOf: (slug: string) => string,
): SitemapView {
  const documents = site.names(type).flatMap((id) => {
    const document = site.document(type, id)
    return document ? [{ path: pathOf(document.slug) }] : []
  })
  return sitemap(site, [{ path: list }, ...documents])
}

/**
 * A page of a year's list of recaps, and these; with each also the pages of lists that came with it. So a new recap
 * changes one part, however many pages come with it.
 */
export function yearSitemapView(site: SiteReader, year: number, page: number | undefined): SitemapView {
  const recaps = site.page(lists.year(year), page).ids.flatMap((id) => {
    const recap = site.document('recap', id)
    const isListed = recap && recap.seo?.noIndex !== true
    return [
      ...(isListed ? [{ path: recapPath(recap.slug), changedAt: recap._updatedAt }] : []),
      ...pagesThatCameWith({ _id: id }, site),
    ]
  })
  return sitemap(site, [{ path: pagePath(paths.year(year), page) }, ...recaps])
}

/** Of a hundred recaps one has changed, and to find the places of the others takes longer than everything else. */
const pagesThatCameWith = remembered(({ _id }: { _id: string }, site): Listed[] =>
  site.pagesThatCameWith(_id).map((path) => ({ path })),
)

/** A page of the list of evenings, and these; on the first also those that are coming. */
export function eventsSitemapView(site: SiteReader, page: number | undefined): SitemapView {
  const coming = page === undefined ? site.all(lists.coming).reverse() : []
  const evenings = [...coming, ...site.page(lists.past, page).ids].flatMap((id) => {
    const event = site.document('event', id)
    return event ? [{ path: eventPath(event.slug), changedAt: event._updatedAt }] : []
  })
  return sitemap(site, [{ path: pagePath(paths.events, page) }, ...evenings])
}

type Listed = { path: string; changedAt?: string }

function sitemap({ siteUrl }: SiteReader, pages: Listed[]): SitemapView {
  return {
    kind: 'sitemap',
    pages: pages.map(({ path, changedAt }) => ({
      address: siteUrl + encodeURI(path),
      // To the day: the same content is the same sitemap in every lake that it was put into on that day.
      changedAt: changedAt?.slice(0, 10),
    })),
  }
}
