import { type ListName, lists, pageSize } from './lists.ts'
import type { Owner } from './owners.ts'
import { fullPages } from './pagination.ts'
import { authorPath, pagePath, paths, recapPath, topicPath } from './paths.ts'
import type { SiteIndex } from './site-index.ts'

const ownPaths: readonly string[] = [
  paths.home,
  paths.authors,
  paths.topics,
  paths.search,
  paths.notFound,
  paths.rss,
]

/** What stands at an address. */
export type Place =
  | { kind: 'site'; path: string }
  | { kind: 'recap'; id: string }
  | { kind: 'list'; list: ListName; page: number | undefined }

/** The addresses of an owner, if it is public. */
export function* addressesOf(owner: Owner, index: SiteIndex): Generator<string> {
  if (owner === 'site') yield* ownPaths
  else if (isOfRecap(owner)) {
    const recap = index.publicEntry(owner.slice('recap '.length))
    if (recap?._type === 'recap') yield recapPath(recap.slug)
  } else yield* listAddresses(owner, index)
}

function isOfRecap(owner: Owner): owner is `recap ${string}` {
  return owner.startsWith('recap ')
}

function* listAddresses(list: ListName, index: SiteIndex): Generator<string> {
  const path = listPath(list, index)
  if (path === undefined) return
  yield path
  const pages = fullPages(index.list(list).size(), pageSize(list))
  for (let page = 1; page <= pages; page++) yield pagePath(path, page)
}

/** The address of a list's head page; undefined where it has none, as that of an author who is gone. */
export function listPath(list: ListName, index: SiteIndex): string | undefined {
  if (list === lists.recaps) return paths.recaps
  const [type, ...rest] = list.split(' ')
  const id = rest.join(' ')
  if (type === 'year') return index.list(list).size() > 0 ? paths.year(Number(id)) : undefined
  const entry = index.entry(id)
  if (entry?._type === 'author') return authorPath(entry.slug)
  if (entry?._type === 'topic') return topicPath(entry.slug)
  return undefined
}

const listPage =
  /^(?<list>\/(?:(?<room>recaps|authors|topics)\/)(?:(?<name>[^/]+)\/)??)(?:page\/(?<page>[1-9]\d*)\/)?$/

/** What stands at an address; undefined where nothing does. */
export function placeAt(path: string, index: SiteIndex): Place | undefined {
  if (ownPaths.includes(path)) return { kind: 'site', path }
  const groups = listPage.exec(path)?.groups
  if (!groups) return undefined
  const { room, name, page } = groups
  if (room === 'recaps' && name !== undefined && !/^\d+$/.test(name)) {
    const id = page === undefined ? index.idBySlug('recap', name) : undefined
    return id !== undefined && index.publicEntry(id) ? { kind: 'recap', id } : undefined
  }
  const list = listAt(room, name, index)
  if (list === undefined || listPath(list, index) !== groups.list) return undefined
  const pages = fullPages(index.list(list).size(), pageSize(list))
  if (page === undefined) return { kind: 'list', list, page: undefined }
  return Number(page) <= pages ? { kind: 'list', list, page: Number(page) } : undefined
}

function listAt(room: string | undefined, name: string | undefined, index: SiteIndex): ListName | undefined {
  if (room === 'recaps') return name === undefined ? lists.recaps : lists.year(Number(name))
  if (name === undefined) return undefined
  const type = room === 'authors' ? 'author' : 'topic'
  const id = index.idBySlug(type, name)
  return id === undefined ? undefined : lists[type](id)
}

export function isAddress(path: string, index: SiteIndex): boolean {
  return placeAt(path, index) !== undefined
}
