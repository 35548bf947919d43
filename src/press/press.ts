import type { Mirror } from '../cms/mirror.ts'
import type { Site } from '../site/site.ts'
import { adoptFolder } from './adopt-folder.ts'
import type { Bundle } from './bundle.ts'
import { commit } from './commit.ts'
import { explanations } from './explain.ts'
import { makeAll } from './make-all.ts'
import type { Originals } from './originals.ts'
import { openOutputState } from './output-state.ts'
import { planRun } from './plan.ts'
import { setupOf } from './setup.ts'
import { clearStage } from './stage.ts'
import type { Standing } from './standing.ts'
import { verify } from './verify.ts'

export type PressOptions = {
  bundle: Bundle
  /** Folder of the project, where threads find the bundle. */
  root: string
  outDir: string
  cacheDir: string
  mirror: Mirror
  mirrorFile: string
  siteUrl: string
  /** True where pictures are files of the site, as for a local lake; false where an image CDN makes them. */
  picturesAreFiles: boolean
  /** Where pictures come from, where they are not files of the site. */
  imageOrigin?: string | undefined
  /** Whether pictures are drawn that are shown where pages are shared. */
  drawsShareCards?: boolean
  originals: Originals
  /** From how many pages on threads help to make them: before they were ready, fewer would be done. */
  worthACrew?: number
  /** Whether the first run looks for files that were changed by hand; it takes the longer the more files there are. */
  mustLook?: boolean
  /** Told before pages are removed or replaced. */
  beforeCommit?: (change: { removed: readonly string[]; replaced: readonly string[] }) => void
  /** Told now and then how far a long run has come. */
  onProgress?: ((step: string, done: number, total: number) => void) | undefined
}

/** What one run changed. */
export type PressReport = {
  /** How many addresses the site has. */
  routes: number
  /** Whether everything was looked at, or only what a change touches. */
  whole: boolean
  /** Addresses whose files were written, because what they show is new. */
  rendered: string[]
  /** Files that were removed, because nothing leads to them any more. */
  removed: string[]
  /** What a reader will miss, in plain words. */
  warnings: string[]
  /** Why each of the rendered addresses was rendered, in plain words. */
  reasons(): Map<string, string[]>
  /** When the site changes by itself; undefined: never. */
  validUntil: Date | undefined
}

/** Writes the files of a site, those only whose content changes, and remembers what each was made from. */
export type Press = {
  /**
   * Brings all files but the search index up to date with the mirror, for a moment. Everything is made and checked
   * before the first file changes. Runs of one press must not overlap.
   * @throws Failure where something cannot be made or checked; the site is as it was then
   */
  update(now: Date): Promise<PressReport>
  /** Addresses of the pages that can be found, with keys of what of them can be. */
  searchable(): { url: string; key: string }[]
  close(): void
}

/** @throws Failure where the output folder is not the press's own, or another program writes it */
export function openPress(options: PressOptions): Press {
  const { bundle, outDir, cacheDir, mirror, mustLook = true } = options
  adoptFolder(outDir)
  const state = openOutputState(cacheDir, outDir)
  /** The site as the files show it. Forgotten where a run fails: it is ahead of the files then. */
  let site: Site | undefined
  let isFirst = true

  const run = async (now: Date): Promise<PressReport> => {
    const setup = setupOf(options)
    const plan = planRun({ options, state, setup, site, now, mustLook: mustLook && isFirst })
    isFirst = false
    if ('nothing' in plan) return nothing(plan.nothing, state.notices())
    site = undefined
    const made = await makeAll(plan, options, state)
    verify(plan, made, options)
    const standing: Standing = {
      mirror: plan.position,
      moment: now.getTime(),
      validUntil: plan.site.validUntil()?.getTime(),
      setup,
      addresses: plan.addressCount,
      broken: Object.fromEntries(plan.broken),
    }
    const removed = await commit(plan, made, options, state, standing)
    site = plan.site
    const rendered = [...made.pages.values()].filter(({ staged }) => staged !== undefined)
    return {
      routes: plan.addressCount,
      whole: plan.change === undefined,
      rendered: rendered.map(({ output }) => output.path),
      removed,
      warnings: warningsOf(standing, state.notices()),
      reasons: () => explanations(plan, rendered, mirror),
      validUntil: plan.site.validUntil(),
    }
  }

  return {
    async update(now) {
      bundle.markUsed()
      try {
        // What changed, up to where that is known, and what is rendered: another program may pull just now.
        return await mirror.atOneMoment(() => run(now))
      } finally {
        clearStage(outDir)
      }
    },
    searchable: () => state.searchable().map(({ path, key }) => ({ url: path, key })),
    close: () => state.close(),
  }
}

function nothing(standing: Standing, notices: string[]): PressReport {
  return {
    routes: standing.addresses,
    whole: false,
    rendered: [],
    removed: [],
    warnings: warningsOf(standing, notices),
    reasons: () => new Map(),
    validUntil: standing.validUntil === undefined ? undefined : new Date(standing.validUntil),
  }
}

function warningsOf({ broken }: Standing, notices: string[]): string[] {
  const pictures = Object.entries(broken)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([asset, reason]) =>
        `The picture ${asset} could not be made: ${reason}. It was left out; upload it again in the Studio.`,
    )
  return [...new Set([...notices, ...pictures])]
}
