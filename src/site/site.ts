import type { Entry } from '../cms/entry.ts'
import type { ImageAddress } from '../cms/image-addresses.ts'
import type { Documents } from '../cms/mirror/documents.ts'
import { addressesOf, isAddress } from './addresses.ts'
import { type Fact, facts } from './facts.ts'
import { localeFor } from './locale.ts'
import { inOrderOfTime } from './order-of-time.ts'
import { type Owner, ownersOf, ownersTouchedBy } from './owners.ts'
import { createReader, type Recorder } from './reader.ts'
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
  let state = {}
  const { timeZone } = localeFor(documents)
  const index = createSiteIndex(input.entries ?? documents.entries(), input.now.getTime(), timeZone)

  return {
    view: (path, recorder = nobody) => viewAt(path, index, createReader(input, index, state, recorder)),
    addresses: () => inOrderOfTime(allAddresses(index), index),
    hasAddress: (path) => isAddress(path, index),
    change(ids, now) {
      const next = new Map([...ids].map((id) => [id, documents.entry(id)]))
      const due = new Set(index.dueAt(now.getTime()))
      for (const id of due) if (!next.has(id)) next.set(id, index.entry(id))
      const owners = new Set<Owner>()
      for (const [id, entry] of next) {
        for (const owner of ownersTouchedBy(index.entry(id), index)) owners.add(owner)
        for (const owner of ownersTouchedBy(entry, index)) owners.add(owner)
      }
      const before = new Set([...owners].flatMap((owner) => [...addressesOf(owner, index)]))
      const touched = new Set<Fact>()
      state = {}
      index.setMoment(now.getTime())
      for (const [id, entry] of next) index.replace(id, entry, due.has(id), touched)
      const after = new Set([...owners].flatMap((owner) => [...addressesOf(owner, index)]))

      const added = [...after].filter((path) => !before.has(path))
      const removed = [...before].filter((path) => !after.has(path))
      for (const path of [...added, ...removed]) touched.add(facts.address(path))
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
}

const nobody: Recorder = { read: () => undefined, notice: () => undefined }
