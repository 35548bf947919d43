import { imageAddressFor } from '../cms/image-addresses.ts'
import { beginningOf } from '../site/beginning.ts'
import type { KeptLists } from '../site/kept-lists.ts'
import { localeFor } from '../site/locale.ts'
import { openSite, type Site, type SiteChange } from '../site/site.ts'
import { lookAround } from './look-around.ts'
import type { Wish } from './maker.ts'
import type { OutputState } from './output-state.ts'
import type { PressOptions } from './press.ts'
import { fileOf } from './render.ts'
import type { Standing } from './standing.ts'
import { storedBeginning } from './stored-beginning.ts'

export type PlanInput = {
  options: PressOptions
  state: OutputState
  setup: string
  /** The site as the files show it, where it is in memory. */
  site: Site | undefined
  now: Date
  /** Whether to look at the files themselves: they may have been changed by hand. */
  mustLook: boolean
}

/** What a run has to look at. */
export type Plan = {
  site: Site
  position: Standing['mirror']
  now: Date
  addressCount: number
  /** Addresses that may show something else than their files. */
  wishes: Wish[]
  /** What has changed; undefined where that cannot be known and everything is looked at. */
  change: SiteChange | undefined
  /** Files that have no address any more, pictures aside. */
  goneFiles: string[]
  /** Files of pieces that should lie there and do not. */
  missingPieces: ReadonlySet<string>
  /** Why no picture can be made of some assets, by id; grows while pictures are made. */
  broken: Map<string, string>
  /** Where everything stands, to be noted; what has changed of it only, where the change is known. */
  lists: KeptLists
}

/** @returns what may be out of date: what a change touches or, where that cannot be known, everything; or nothing */
export function planRun(input: PlanInput): Plan | { nothing: Standing } {
  const { options, state, setup, now, mustLook } = input
  const standing = state.standing()
  const isKnown = standing?.setup === setup && standing.moment <= now.getTime() && !state.isUnfinished()
  const changes = isKnown ? options.mirror.changesSince(standing.mirror) : undefined
  if (!standing || !changes) return planWhole(input)
  const look = mustLook ? lookAround(options.outDir, state) : undefined
  const isDue = standing.validUntil !== undefined && standing.validUntil <= now.getTime()
  if (changes.length === 0 && !isDue && !look?.isAmiss) return { nothing: standing }

  const broken = new Map(Object.entries(standing.broken))
  const site =
    input.site ??
    openSite({
      ...siteInput(options, broken),
      now: new Date(standing.moment),
      beginning: storedBeginning(state, options.mirror),
    })
  const before = new Map(changes.map(({ id, before }) => [id, before]))
  const change = site.change(before.keys(), now, before)
  const removed = new Set(change.removed)
  const known = new Map<string, string | undefined>()
  for (const file of state.readersOf(change.touched)) {
    const output = state.output(file)
    if (output) known.set(output.path, output.key)
  }
  for (const path of change.added) known.set(path, state.output(fileOf(path))?.key)
  for (const path of look?.missingPages ?? []) known.set(path, undefined)
  return {
    site,
    position: options.mirror.position(),
    now,
    change,
    lists: site.changedLists(),
    addressCount: standing.addresses + change.added.length - change.removed.length,
    wishes: [...known].filter(([path]) => !removed.has(path)).map(([path, key]) => ({ path, key })),
    goneFiles: [...change.removed.map(fileOf), ...(look?.strays ?? [])],
    missingPieces: look?.missingPieces ?? new Set(),
    broken,
  }
}

function planWhole({ options, state, now }: PlanInput): Plan {
  const broken = new Map<string, string>()
  const { timeZone } = localeFor(options.mirror)
  const beginning = beginningOf(options.mirror.entries(), now.getTime(), timeZone)
  const site = openSite({ ...siteInput(options, broken), now, beginning })
  const { existing, strays, missingPieces } = lookAround(options.outDir, state)
  const outputs = state.outputs()
  const paths = site.addresses()
  const wanted = new Set(paths.map(fileOf))
  return {
    site,
    position: options.mirror.position(),
    now,
    change: undefined,
    lists: beginning.kept(),
    addressCount: paths.length,
    wishes: paths.map((path) => {
      const file = fileOf(path)
      return { path, key: existing.has(file) ? outputs.get(file)?.key : undefined }
    }),
    goneFiles: [...new Set([...strays, ...outputs.keys()])].filter((file) => !wanted.has(file)),
    missingPieces,
    broken,
  }
}

function siteInput(options: PressOptions, broken: ReadonlyMap<string, string>) {
  return {
    documents: options.mirror,
    siteUrl: options.siteUrl,
    imageAddress: imageAddressFor(options.picturesAreFiles),
    imageOrigin: options.imageOrigin,
    drawsShareCards: options.drawsShareCards ?? false,
    isBroken: (asset: string) => broken.has(asset),
    hasFile: options.bundle.hasClientFile,
    // Edits come anywhere in an archive, and are shown with what lies anywhere in it.
    remembers: 20_000,
  }
}
