import { join } from 'node:path'
import { createLakeClient } from '../cms/client.ts'
import { openMirror } from '../cms/mirror.ts'
import { type PullOptions, type PullReport, pull } from '../cms/pull.ts'
import type { Refusal } from '../cms/refusal.ts'
import { studioAddress } from '../cms/studio-address.ts'
import type { Settings } from '../env.ts'
import { Failure } from '../failure.ts'
import { openSearchIndex, type SearchIndexOptions } from '../search/search-index.ts'
import type { Bundle } from './bundle.ts'
import { writeWhole } from './files.ts'
import { originalsOf } from './originals.ts'
import { openPress, type PressOptions, type PressReport } from './press.ts'
import { editionReport, refusalLines } from './report.ts'

/** One edition of the site: what was pulled and what was written for it. */
export type Edition = {
  /** Undefined where nothing was pulled. */
  pulled: PullReport | undefined
  /** When the content was pulled last, by the lake's clock. */
  pulledAt: string
  /** Documents of which something cannot be shown, each with the address that opens it in the Studio. */
  refusals: (Refusal & { studio: string | undefined })[]
  pressed: PressReport
}

export type EditionOptions = {
  /** How to pull; undefined: go on from what was pulled last. */
  pulling: Pick<PullOptions, 'way' | 'acceptShrink'> | undefined
  /** Fail, before anything is written, where a document cannot be shown. */
  strict?: boolean
}

/** Pulls what is published and brings the files of the site up to date, again and again. */
export type Editions = {
  /**
   * Also writes down what was done, as `report.json` in the cache folder, and with `strict` also why it was not.
   * @throws Failure where the lake does not answer as it should, or a page cannot be made; the site is as it was then
   */
  bringUpToDate(options: EditionOptions): Promise<Edition>
  updateSearch(): Promise<{ indexed: number; waiting: number }>
  close(): Promise<void>
}

type EditionsInput = {
  settings: Settings
  bundle: Bundle
  /** Folder of the project. */
  root: string
  outDir: string
  mustLook?: boolean
  search?: Pick<SearchIndexOptions, 'inBackground' | 'grace'>
  onProgress?: PressOptions['onProgress']
}

export function openEditions(input: EditionsInput): Editions {
  const { settings, bundle, root, outDir, mustLook, search, onProgress } = input
  const { sanity, cacheDir, siteUrl } = settings
  const client = createLakeClient(sanity)
  // A local lake may answer at another port each time; it is the same content all the same.
  const source = [sanity.apiHost === undefined ? 'hosted' : 'local', sanity.projectId, sanity.dataset].join(
    ' ',
  )
  const mirrorFile = join(cacheDir, 'mirror.sqlite')
  const mirror = openMirror(mirrorFile, source)
  // Sanity has an image CDN; a local lake is not there for readers.
  const picturesAreFiles = (settings.pictures ?? (sanity.apiHost === undefined ? 'cdn' : 'files')) === 'files'
  const press = openPress({
    bundle,
    root,
    outDir,
    cacheDir,
    mirror,
    mirrorFile,
    siteUrl,
    picturesAreFiles,
    imageOrigin: picturesAreFiles ? undefined : (sanity.apiHost ?? 'https://cdn.sanity.io'),
    drawsShareCards: settings.shareCards !== 'none',
    originals: originalsOf(cacheDir, mirror),
    mustLook: mustLook ?? true,
    beforeCommit: (change) => searchIndex.pagesWillChange(change),
    onProgress,
  })
  const searchIndex = openSearchIndex({ outDir, cacheDir, ...search })

  return {
    async bringUpToDate({ pulling, strict = false }) {
      const onPulled = (done: number, total: number) => onProgress?.('Pulling documents', done, total)
      const pulled = pulling && (await pull(client, mirror, { ...pulling, onProgress: onPulled }))
      const pulledAt = mirror.pulledAt()
      if (pulledAt === undefined) throw nothingPulled
      const refusals = mirror.refusals().map((refusal) => ({
        ...refusal,
        studio: settings.studioUrl === undefined ? undefined : studioAddress(settings.studioUrl, refusal),
      }))
      const isRefused = strict && refusals.length > 0
      const pressed = isRefused ? undefined : await press.update(settings.now ?? new Date())
      const report = editionReport({ pulled, pulledAt, refusals, pressed })
      await writeWhole(join(cacheDir, 'report.json'), JSON.stringify(report, undefined, 2))
      if (!pressed) throw strictFailure(refusals)
      return { pulled, pulledAt, refusals, pressed }
    },
    updateSearch: () => searchIndex.update(press.searchable()),
    async close() {
      await searchIndex.close()
      press.close()
      mirror.close()
    },
  }
}

const nothingPulled = new Failure(
  'There is nothing to build from: no content was ever pulled into this cache folder.',
  'Build once without --from-mirror, while the lake can be reached.',
)

function strictFailure(refusals: Edition['refusals']): Failure {
  return new Failure(
    `Not every document can be shown, and --strict was given. Nothing was written.\n${refusals.flatMap(refusalLines).join('\n')}`,
    'Mend them in the Studio and publish them again, or leave out --strict: the others are published then.',
  )
}
