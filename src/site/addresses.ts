import type { Entry } from '../cms/entry.ts'
import { type ListName, lists, pageSize } from './lists.ts'
import { canHavePage } from './old-paths.ts'
import type { DocumentOwner, Owner } from './owners.ts'
import { fullPages } from './pagination.ts'
import {
  authorPath,
  eventPath,
  pagePath,
  paths,
  recapPath,
  sharePaths,
  sitemapPaths,
  topicPath,
  venuePath,
} from './paths.ts'
import type { SiteIndex } from './site-index.ts'

const ownPaths: readonly string[] = [
  paths.home,
  paths.authors,
  paths.topics,
  paths.venues,
  paths.search,
  paths.notFound,
  paths.rss,
  paths.sitemapIndex,
  paths.robots,
  paths.manifest,
  paths.redirects,
  paths.headers,
  sitemapPaths.site,
  sitemapPaths.people,
  sitemapPaths.topics,
  sitemapPaths.venues,
]

/** What stands at an address. */
export type Place =
  | { kind: 'site'; path: string }
  | { kind: 'recap' | 'event'; id: string }
  | { kind: 'shareCard'; id: string | undefined }
  | { kind: 'list' | 'sitemap'; list: ListName; page: number | undefined }

/** The addresses of an owner, if it is public. */
export function* addressesOf(owner: Owner, index: SiteIndex): Generator<string> {
  if (owner === 'site') {
    yield* ownPaths
    if (index.drawsShareCards) yield sharePaths.site
  } else if (isOfDocument(owner)) {
    const entry = index.publicEntry(owner.slice('page of '.length))
    if (entry?._type !== 'recap' && entry?._type !== 'event') return
    yield pathOfEntry(entry)
    if (index.drawsShareCards) yield sharePaths[entry._type](entry.slug)
  } else yield* listAddresses(owner, index)
}

function isOfDocument(owner: Owner): owner is DocumentOwner {
  return owner.startsWith('page of ')
}

function* listAddresses(list: ListName, index: SiteIndex): Generator<string> {
  const path = listPath(list, index)
  if (path === undefined) return
  const sitemapPath = sitemapPathOf(list)
  const pages = fullPages(index.list(list).size(), pageSize(list))
  for (let page = 0; page <= pages; page++) {
    const number = page === 0 ? undefined : page
    yield pagePath(path, number)
    if (sitemapPath) yield sitemapPath(number)
  }
  const author = list.startsWith('author ') ? index.entry(list.slice('author '.length)) : undefined
  if (author && index.drawsShareCards) yield sharePaths.author(author.slug)
}

/** Each page of these lists is a part of the sitemap, too. */
function sitemapPathOf(list: ListName): ((page: number | undefined) => string) | undefined {
  if (list === lists.past) return sitemapPaths.events
  const year = /^year (\d+)$/.exec(list)?.[1]
  return year === undefined ? undefined : (page) => sitemapPaths.year(Number(year), page)
}

/** The address of a document's page. */
export function pathOfEntry({ _type, slug }: Pick<Entry, '_type' | 'slug'>): string {
  return documentPaths[_type](slug)
}

const documentPaths = {
  recap: recapPath,
  author: authorPath,
  topic: topicPath,
  event: eventPath,
  venue: venuePath,
}

/** The address of a list's head page; undefined where it has none, as that of an author who is gone. */
export function listPath(list: ListName, index: SiteIndex): string | undefined {
  if (list === lists.recaps) return paths.recaps
  if (list === lists.past) return paths.events
  const [type, ...rest] = list.split(' ')
  const id = rest.join(' ')
  if (type === 'year') return index.list(list).size() > 0 ? paths.year(Number(id)) : undefined
  const entry = index.entry(id)
  if (entry?._type !== type) return undefined
  return entry?._type === 'author' || entry?._type === 'topic' || entry?._type === 'venue'
    ? pathOfEntry(entry)
    : undefined
}

const pagePattern =
  /^(?<list>\/(?:(?<room>recaps|authors|topics|events|venues)\/)(?:(?<name>[^/]+)\/)??)(?:page\/(?<page>[1-9]\d*)\/)?$/

/** Which page stands at an address; undefined where there is none. */
export function pageAt(path: string, index: SiteIndex): Place | undefined {
  if (ownPaths.includes(path)) return { kind: 'site', path }
  const groups = pagePattern.exec(path)?.groups
  if (!groups) return sitemapAt(path, index) ?? shareCardAt(path, index)
  const { room, name, page } = groups
  const document = page === undefined ? documentAt(room, name, index) : undefined
  if (document) return document
  const list = listAt(room, name, index)
  if (list === undefined || listPath(list, index) !== groups.list) return undefined
  return hasListPage(list, page, index)
    ? { kind: 'list', list, page: page === undefined ? undefined : Number(page) }
    : undefined
}

function hasListPage(list: ListName, page: string | undefined, index: SiteIndex): boolean {
  return page === undefined || Number(page) <= fullPages(index.list(list).size(), pageSize(list))
}

const sitemapPattern = /^\/sitemaps\/(?:recaps-(?<year>[1-9]\d*)|events)(?:-page-(?<page>[1-9]\d*))?\.xml$/

function sitemapAt(path: string, index: SiteIndex): Place | undefined {
  const groups = sitemapPattern.exec(path)?.groups
  if (!groups) return undefined
  const { year, page } = groups
  const list = year === undefined ? lists.past : lists.year(Number(year))
  if (listPath(list, index) === undefined || !hasListPage(list, page, index)) return undefined
  return { kind: 'sitemap', list, page: page === undefined ? undefined : Number(page) }
}

const sharePattern = /^\/og\/(?<room>recaps|authors|events)\/(?<slug>[^/]+)\.png$/

function shareCardAt(path: string, index: SiteIndex): Place | undefined {
  if (!index.drawsShareCards) return undefined
  if (path === sharePaths.site) return { kind: 'shareCard', id: undefined }
  const { room, slug = '' } = sharePattern.exec(path)?.groups ?? {}
  const type = room === 'recaps' ? 'recap' : room === 'events' ? 'event' : 'author'
  const id = room === undefined ? undefined : index.idBySlug(type, slug)
  return id !== undefined && index.publicEntry(id) ? { kind: 'shareCard', id } : undefined
}

function documentAt(room: string | undefined, name: string | undefined, index: SiteIndex): Place | undefined {
  if (name === undefined || (room !== 'recaps' && room !== 'events')) return undefined
  const kind = room === 'recaps' ? 'recap' : 'event'
  const id = index.idBySlug(kind, name)
  return id !== undefined && index.publicEntry(id) ? { kind, id } : undefined
}

const listTypes: Record<string, 'author' | 'topic' | 'venue'> = {
  authors: 'author',
  topics: 'topic',
  venues: 'venue',
}

function listAt(room: string | undefined, name: string | undefined, index: SiteIndex): ListName | undefined {
  if (name === undefined) return room === 'recaps' ? lists.recaps : room === 'events' ? lists.past : undefined
  if (room === 'recaps') return /^\d+$/.test(name) ? lists.year(Number(name)) : undefined
  const type = listTypes[room ?? '']
  const id = type && index.idBySlug(type, name)
  return type && id !== undefined ? lists[type](id) : undefined
}

export function isPage(path: string, index: SiteIndex): boolean {
  return pageAt(path, index) !== undefined
}

/** Of the public documents that claim an old address the one that was created last: it had it last, as a rule. */
export function claimantOf(path: string, index: SiteIndex): Entry | undefined {
  return index.claims.of(path).find(({ _id }) => index.publicEntry(_id))
}

/**
 * The document that an old address leads to. A page that stands there now is never hidden; so a redirect leads to a
 * page, in one step.
 */
export function redirectAt(path: string, index: SiteIndex): Entry | undefined {
  const claimant = claimantOf(path, index)
  return claimant && !isPage(path, index) ? claimant : undefined
}

/** Old addresses at which a small page leads on. */
export function redirectPages(index: SiteIndex): string[] {
  return index.claims.paths().filter((path) => hasRedirectPage(path, index))
}

export function hasRedirectPage(path: string, index: SiteIndex): boolean {
  return canHavePage(path) && redirectAt(path, index) !== undefined
}
