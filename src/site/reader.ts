import type { Head, HeadOf } from '../cms/head.ts'
import type { DocumentType } from '../cms/schemas/documents.ts'
import type { StoredBody } from '../cms/schemas/portable-text.ts'
import { isPage, listPath, pageAt, pathOfEntry, redirectAt } from './addresses.ts'
import { type Fact, facts, type NamedType } from './facts.ts'
import { newestKnown, partOf, vicinity } from './list-touch.ts'
import { type ListName, pagedListsOf, pageSize, subjectOf } from './lists.ts'
import type { Placed } from './ordered-list.ts'
import { fullPages, rangeOf } from './pagination.ts'
import { pagePath } from './paths.ts'
import { createPictureMaker, type PictureMaker } from './pictures.ts'
import type { Remembrance } from './remembered.ts'
import type { SiteInput } from './site.ts'
import type { SiteIndex } from './site-index.ts'

/** What a view can read of a site. Whatever is read is recorded, so there is no other way to anything. */
export type SiteReader = {
  siteUrl: string
  /** Where pictures come from, where they are not files of the site. */
  imageOrigin: string | undefined
  /** Whether pictures are drawn that are shown where pages are shared. */
  drawsShareCards: boolean
  /** The document, if it is public and of that type. */
  document<T extends DocumentType>(type: T, id: string | undefined): HeadOf<T> | undefined
  /** The text of a public recap. */
  body(id: string): StoredBody
  /** The address of a document's page; undefined where it has none. */
  pathOf(id: string): string | undefined
  /** Whether there is a page or a file at an address. */
  hasAddress(path: string): boolean
  /** Where an old address of the site leads; undefined for any other. */
  redirectFrom(path: string): string | undefined
  /** All old addresses that somebody claims. */
  claims(): { path: string; ids: string[]; leadsTo: string | undefined; isTaken: boolean }[]
  /** What is written as an old address and is none. */
  misspeltClaims(): { id: string; text: string }[]
  /** Id of the recap whose page stands at an address. */
  recapAt(path: string): string | undefined
  /** Tells the organisers, in plain words, of something that had to be left out. */
  notice(text: string): void
  size(list: ListName): number
  /** Ids, newest first; no more than fifty are ever known. */
  newest(list: ListName, count: number): string[]
  page(list: ListName, page: number | undefined): ListPage
  /** Ids, oldest first, of a list that is short. */
  all(list: ListName): string[]
  /** How many full pages a list has besides its head page. */
  pages(list: ListName): number
  /** Addresses of the full pages of lists, years aside, that came with a public recap: it was the one still wanting. */
  pagesThatCameWith(recap: string): string[]
  /** Those nearest to a recap or an evening in a list, the nearest first. */
  around(list: ListName, item: HeadOf<'recap' | 'event'>): { earlier: Placed[]; later: Placed[] }
  /** Ids in the order of their names. */
  names(type: NamedType): readonly string[]
  /** Years with recaps, the newest first. */
  years(): number[]
  /** Id of the next evening that is neither over nor cancelled. */
  nextEvening(): string | undefined
  isOver(evening: HeadOf<'event'>): boolean
  picture: PictureMaker
  recorder: Recorder
  /** The same with another recorder. */
  recordedBy(recorder: Recorder): SiteReader
  /** Which of the parts that were made before are still true. */
  remembrance: Remembrance
}

/** One page of a list: ids, newest first, and where one can go on from it. */
export type ListPage = { ids: string[]; later: string | undefined; earlier: string | undefined }

/** Is told what a view reads, and what it had to leave out. */
export type Recorder = { read(fact: Fact): void; notice(text: string): void }

export function createReader(
  input: SiteInput,
  index: SiteIndex,
  remembrance: Remembrance,
  recorder: Recorder,
): SiteReader {
  const { documents, siteUrl } = input
  const record = recorder.read
  const publicHead = (id: string): Head | undefined => {
    record(facts.document(id))
    const entry = index.entry(id)
    return entry && !index.publicEntry(id) ? undefined : documents.head(id)
  }
  const documentOf = <T extends DocumentType>(type: T, id: string | undefined): HeadOf<T> | undefined => {
    const head = id === undefined ? undefined : publicHead(id)
    return head && isOfType(head, type) ? head : undefined
  }

  return {
    siteUrl,
    imageOrigin: input.imageOrigin,
    drawsShareCards: index.drawsShareCards,
    remembrance,
    recorder,
    recordedBy: (other) => createReader(input, index, remembrance, other),
    document: documentOf,
    body: (id) => (publicHead(id) && documents.body(id)) ?? [],
    pathOf(id) {
      record(facts.entry(id))
      const entry = index.publicEntry(id)
      return entry && pathOfEntry(entry)
    },
    hasAddress(path) {
      if (input.hasFile?.(path)) return true
      record(facts.address(path))
      return isPage(path, index)
    },
    redirectFrom(path) {
      record(facts.address(path))
      record(facts.redirect(path))
      const entry = redirectAt(path, index)
      return entry && pathOfEntry(entry)
    },
    claims() {
      record(facts.redirects)
      return index.claims.paths().map((path) => {
        const entry = redirectAt(path, index)
        const claimants = index.claims.of(path).filter(({ _id }) => index.publicEntry(_id))
        return {
          path,
          ids: claimants.filter((claimant) => pathOfEntry(claimant) !== path).map(({ _id }) => _id),
          leadsTo: entry && pathOfEntry(entry),
          isTaken: isPage(path, index),
        }
      })
    },
    misspeltClaims() {
      record(facts.redirects)
      return index.claims.misspelt()
    },
    recapAt(path) {
      record(facts.address(path))
      const place = pageAt(path, index)
      return place?.kind === 'recap' ? place.id : undefined
    },
    notice: recorder.notice,
    size(list) {
      record(facts.size(list))
      return index.list(list).size()
    },
    newest(list, count) {
      record(facts.newest(list))
      const recaps = index.list(list)
      return recaps.ids(recaps.size() - Math.min(count, newestKnown), recaps.size()).reverse()
    },
    page(list, page) {
      record(page === undefined ? facts.head(list) : facts.page(list, page))
      const recaps = index.list(list)
      const pages = fullPages(recaps.size(), pageSize(list))
      const path = listPath(list, index) ?? ''
      const next = page === undefined || page === pages ? undefined : page + 1
      const previous = page === undefined ? pages : page - 1
      return {
        ids: recaps.ids(...rangeOf(page, recaps.size(), pageSize(list))).reverse(),
        later: page === undefined ? undefined : pagePath(path, next),
        earlier: previous > 0 ? pagePath(path, previous) : undefined,
      }
    },
    all(list) {
      record(facts.all(list))
      return index.list(list).ids(0, index.list(list).size())
    },
    pages(list) {
      record(facts.pages(list))
      return fullPages(index.list(list).size(), pageSize(list))
    },
    pagesThatCameWith(recap) {
      record(facts.entry(recap))
      const entry = index.publicEntry(recap)
      if (entry?._type !== 'recap') return []
      if (entry.event !== undefined) record(facts.entry(entry.event))
      return pagedListsOf(entry, index.venueOf(entry.event), index.timeZone).flatMap((list) => {
        const items = index.list(list)
        const size = pageSize(list)
        const place = items.indexOf({ id: recap, at: Date.parse(entry.publishedAt) })
        record(facts.places(list, partOf(place, size)))
        const full = fullPages(place + 1, size)
        if (full === fullPages(place, size)) return []
        const owner = subjectOf(list)
        if (owner !== undefined) record(facts.entry(owner))
        const path = listPath(list, index)
        return path === undefined ? [] : [pagePath(path, full)]
      })
    },
    around(list, item) {
      record(facts.around(item._id))
      const moment = item._type === 'recap' ? item.publishedAt : item.startsAt
      const items = index.list(list)
      const place = items.indexOf({ id: item._id, at: Date.parse(moment) })
      return {
        earlier: items
          .items()
          .slice(Math.max(0, place - vicinity), place)
          .reverse(),
        later: items.items().slice(place + 1, place + 1 + vicinity),
      }
    },
    names(type) {
      record(facts.names(type))
      return index.names(type)
    },
    years() {
      record(facts.years)
      return index.years()
    },
    nextEvening() {
      record(facts.nextEvening)
      return index.nextEvening()
    },
    isOver(evening) {
      record(facts.document(evening._id))
      return index.isOver(evening)
    },
    picture: createPictureMaker((id) => {
      const asset = documentOf('sanity.imageAsset', id)
      return asset && input.isBroken?.(id) ? undefined : asset
    }, input.imageAddress),
  }
}

function isOfType<T extends DocumentType>(head: Head, type: T): head is HeadOf<T> {
  return head._type === type
}
