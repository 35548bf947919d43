import type { Entry } from '../cms/entry.ts'
import type { ImageAddress } from '../cms/image-addresses.ts'
import type { Documents } from '../cms/mirror/documents.ts'
import {
  addressesOf,
  claimantOf,
  hasRedirectPage,
  isPage,
  pathOfEntry,
  redirectAt,
  redirectPages,
} from './addresses.ts'
import { type Beginning, beginningOf } from './beginning.ts'
import { type Fact, facts } from './facts.ts'
import type { KeptLists } from './kept-lists.ts'
import { localeFor } from './locale.ts'
import { canHavePage, claimsSomething, oldPathsOf } from './old-paths.ts'
import { inOrderOfTime } from './order-of-time.ts'
import { type Owner, ownersOf, ownersTouchedBy } from './owners.ts'
import { createReader, type Recorder } from './reader.ts'
import { createRemembrance } from './remembered.ts'
import { viewAt } from './routes.ts'
import { createSiteIndex, type SiteIndex } from './site-index.ts'
import type { View } from './views/view.ts'

export type SiteInput = {
  documents: Documents
  /** Where everything stood at the moment, where that is known already. */
  beginning?: Beginning
  /** Recaps dated later than this moment are not public. */
  now: Date
  siteUrl: string
  imageAddress: ImageAddress
  /** Where these addresses lead, where not to files of the site. */
  imageOrigin?: string | undefined
  /** Whether pictures are drawn that are shown where pages are shared. */
  drawsShareCards?: boolean
  /**
   * How many parts of one kind that stand on several pages, such as cards, are remembered. Without it, as many as pages
   * of one time and their lists have in common.
   */
  remembers?: number
  /** Whether an asset is one that no picture can be made of. */
  isBroken?: (asset: string) => boolean
  /** Whether an address is that of a file that lies beside the pages. */
  hasFile?: (path: string) => boolean
}

/** What a change of documents, or of the moment, may have changed of the site. */
export type SiteChange = {
  /** Whatever has read one of these may be out of date. */
  touched: Set<Fact>
  /** Addresses that are new, and those that are no more. */
  added: string[]
  removed: string[]
}

/** Everything public at one moment. All views are made from it, through readers that record what they read. */
export type Site = {
  /** What an address shows; undefined where nothing stands there. */
  view(path: string, recorder?: Recorder): View | undefined
  /** Every address of the site; those near each other show much of the same. */
  addresses(): string[]
  hasAddress(path: string): boolean
  /**
   * Follows documents that have changed, come or gone, and the clock. The moment never goes back. Where the settings
   * name another time zone, years begin at another moment: the site must be opened anew then.
   * @param before entries that the documents had when the site last looked, where its beginning reads them late
   */
  change(ids: Iterable<string>, now: Date, before?: ReadonlyMap<string, Entry | undefined>): SiteChange
  /** What has changed, since it was last asked, of what a site can begin with again. */
  changedLists(): KeptLists
  /** When the site changes by itself, because a scheduled recap appears or an evening is over; undefined: never. */
  validUntil(): Date | undefined
}

/** Joins the documents into what the public sees at a moment. The order of the documents does not matter. */
export function openSite(input: SiteInput): Site {
  const { documents } = input
  const remembrance = createRemembrance(input.remembers ?? 2000)
  const { timeZone } = localeFor(documents)
  const moment = input.now.getTime()
  const beginning = input.beginning ?? beginningOf(documents.entries(), moment, timeZone)
  const index = createSiteIndex(beginning, moment, timeZone, input.drawsShareCards)

  return {
    view: (path, recorder = nobody) => viewAt(path, index, createReader(input, index, remembrance, recorder)),
    addresses: () => inOrderOfTime(allAddresses(index), index),
    hasAddress: (path) => isPage(path, index) || hasRedirectPage(path, index),
    changedLists: index.changedLists,
    change(ids, now, before) {
      if (before)
        index.rewind([...before].map(([id, before]) => ({ id, before, after: documents.entry(id) })))
      const touched = new Set<Fact>()
      const next = new Map(index.dueAt(now.getTime()).map((id) => [id, index.entry(id)]))
      for (const id of ids) {
        touched.add(facts.document(id))
        const entry = documents.entry(id)
        // Most edits change nothing of where something stands.
        if (next.has(id) || !isSame(entry, index.entry(id))) next.set(id, entry)
      }
      const owners = new Set<Owner>()
      const claimed = new Set<string>()
      for (const [id, entry] of next)
        for (const state of [index.entry(id), entry]) {
          for (const owner of ownersTouchedBy(state, index)) owners.add(owner)
          for (const path of oldPathsOf(state)) claimed.add(path)
        }
      const pages = () => new Set([...owners].flatMap((owner) => [...addressesOf(owner, index)]))
      const redirects = () => new Map([...claimed].map((path) => [path, leadOf(redirectAt(path, index))]))
      const was = { pages: pages(), redirects: redirects() }
      const hasNewClaims = [...next].some(
        ([id, entry]) => claimsSomething(entry) || claimsSomething(index.entry(id)),
      )
      index.setMoment(now.getTime())
      for (const [id, entry] of next) {
        touched.add(facts.document(id))
        index.replace(id, entry, touched)
      }
      const is = { pages: pages(), redirects: redirects() }

      for (const path of [...was.pages, ...is.pages]) {
        if (was.pages.has(path) === is.pages.has(path)) continue
        touched.add(facts.address(path))
        const claimant = claimed.has(path) ? undefined : claimantOf(path, index)
        if (!claimant) continue
        // Somebody else's old address: a page came that hides it, or went.
        was.redirects.set(path, was.pages.has(path) ? undefined : leadOf(claimant))
        is.redirects.set(path, is.pages.has(path) ? undefined : leadOf(claimant))
      }
      if (hasNewClaims) touched.add(facts.redirects)
      for (const [path, lead] of is.redirects)
        if (was.redirects.get(path) !== lead) touched.add(facts.redirect(path)).add(facts.redirects)
      const old = new Set([...was.pages, ...pagesOf(was.redirects)])
      const current = new Set([...is.pages, ...pagesOf(is.redirects)])
      const added = [...current].filter((path) => !old.has(path))
      const removed = [...old].filter((path) => !current.has(path))
      for (const path of [...added, ...removed]) touched.add(facts.address(path))
      remembrance.forget(touched)
      return { touched, added, removed }
    },
    validUntil() {
      const moment = index.nextChange()
      return moment === undefined ? undefined : new Date(moment)
    },
  }
}

function* allAddresses(index: SiteIndex): Generator<string> {
  for (const owner of ownersOf(index)) yield* addressesOf(owner, index)
  yield* redirectPages(index)
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const nobody: Recorder = { read: () => undefined, notice: () => undefined }

/** Where an old address leads, and to which document. */
function leadOf(entry: Entry | undefined): string | undefined {
  return entry && `${entry._id} ${pathOfEntry(entry)}`
}

/** The old addresses at which there is a small page. */
function pagesOf(redirects: ReadonlyMap<string, string | undefined>): string[] {
  return [...redirects]
    .filter(([path, lead]) => lead !== undefined && canHavePage(path))
    .map(([path]) => path)
}
