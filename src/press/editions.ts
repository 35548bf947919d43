import { join } from 'node:path'
import { createLakeClient } from '../cms/client.ts'
import { openMirror } from '../cms/mirror.ts'
import { type PullOptions, type PullReport, pull } from '../cms/pull.ts'
import type { Refusal } from '../cms/refusal.ts'
import type { Settings } from '../env.ts'
import { openSearchIndex, type SearchIndexOptions } from '../search/search-index.ts'
import type { Bundle } from './bundle.ts'
import { createOriginals } from './originals.ts'
import { openPress, type PressOptions, type PressReport } from './press.ts'

/** One edition of the site: what was pulled and what was written for it. */
export type Edition = {
  /** Undefined where nothing was pulled. */
  pulled: PullReport | undefined
  /** Documents that were set aside, because the site cannot show them. */
  refusals: Refusal[]
  pressed: PressReport
}

/** Pulls what is published and brings the files of the site up to date, again and again. */
export type Editions = {
  /** @param pulling how to pull; undefined: from what was pulled last */
  bringUpToDate(pulling: Pick<PullOptions, 'way' | 'acceptShrink'> | undefined): Promise<Edition>
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
  const assetOf = (id: string) => {
    const head = mirror.head(id)
    return head?._type === 'sanity.imageAsset' ? head : undefined
  }
  const press = openPress({
    bundle,
    root,
    outDir,
    cacheDir,
    mirror,
    mirrorFile,
    siteUrl,
    picturesAreFiles: sanity.apiHost !== undefined,
    originals: createOriginals(cacheDir, assetOf),
    mustLook: mustLook ?? true,
    beforeCommit: (change) => searchIndex.pagesWillChange(change),
    onProgress,
  })
  const searchIndex = openSearchIndex({ outDir, cacheDir, ...search })

  return {
    async bringUpToDate(pulling) {
      const onPulled = (done: number, total: number) => onProgress?.('Pulling documents', done, total)
      const pulled = pulling && (await pull(client, mirror, { ...pulling, onProgress: onPulled }))
      const pressed = await press.update(settings.now ?? new Date())
      return { pulled, refusals: mirror.refusals(), pressed }
    },
    updateSearch: () => searchIndex.update(press.searchable()),
    async close() {
      await searchIndex.close()
      press.close()
      mirror.close()
    },
  }
}
