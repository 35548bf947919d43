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
import { type Fact, facts } from './facts.ts'
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
  /** Where the documents stood when the site was last looked at, where that is not where they stand now. */
  entries?: Iterable<Entry>
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
   */
  change(ids: Iterable<string>, now: Date): SiteChange
  /** When the site changes by itself, because a scheduled recap appears or an evening is over; undefined: never. */
  validUntil(): Date | undefined
}

/** Joins the documents into what the public sees at a moment. The order of the documents does not matter. */
export function openSite(input: SiteInput): Site {
  const { documents } = input
  const remembrance = createRemembrance(input.remembers ?? 2000)
  const { timeZone } = localeFor(documents)
  const index = createSiteIndex(
    input.entries ?? documents.entries(),
    input.now.getTime(),
    timeZone,
    input.drawsShareCards,
  )

  return {
    view: (path, recorder = nobody) => viewAt(path, index, createReader(input, index, remembrance, recorder)),
    addresses: () => inOrderOfTime(allAddresses(index), index),
    hasAddress: (path) => isPage(path, index) || hasRedirectPage(path, index),
    change(ids, now) {
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
      const before = { pages: pages(), redirects: redirects() }
      const hasNewClaims = [...next].some(
        ([id, entry]) => claimsSomething(entry) || claimsSomething(index.entry(id)),
      )
      index.setMoment(now.getTime())
      for (const [id, entry] of next) {
        touched.add(facts.document(id))
        index.replace(id, entry, touched)
      }
      const after = { pages: pages(), redirects: redirects() }

      for (const path of [...before.pages, ...after.pages]) {
        if (before.pages.has(path) === after.pages.has(path)) continue
        touched.add(facts.address(path))
        const claimant = claimed.has(path) ? undefined : claimantOf(path, index)
        if (!claimant) continue
        // Somebody else's old address: a page came that hides it, or went.
        before.redirects.set(path, before.pages.has(path) ? undefined : leadOf(claimant))
        after.redirects.set(path, after.pages.has(path) ? undefined : leadOf(claimant))
      }
      if (hasNewClaims) touched.add(facts.redirects)
      for (const [path, lead] of after.redirects)
        if (before.redirects.get(path) !== lead) touched.add(facts.redirect(path)).add(facts.redirects)
      const was = new Set([...before.pages, ...pagesOf(before.redirects)])
      const is = new Set([...after.pages, ...pagesOf(after.redirects)])
      const added = [...is].filter((path) => !was.has(path))
      const removed = [...was].filter((path) => !is.has(path))
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
