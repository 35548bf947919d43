import { join } from 'node:path'
import { createLakeClient } from '../cms/client.ts'
import { imageAddressFor } from '../cms/image-addresses.ts'
import { openMirror } from '../cms/mirror.ts'
import type { Refusal } from '../cms/parse-document.ts'
import { type PullReport, pull } from '../cms/pull.ts'
import type { AnyDocument } from '../cms/schemas/documents.ts'
import type { ImageAssetDocument } from '../cms/schemas/image.ts'
import type { Settings } from '../env.ts'
import { takeSnapshot } from '../site/snapshot.ts'
import type { Bundle } from './bundle.ts'
import { createOriginals } from './originals.ts'
import { openPress, type PressOptions, type PressReport } from './press.ts'

/** One edition of the site: what was pulled and what was written for it. */
export type Edition = {
  pulled: PullReport
  /** Documents that were set aside, because the site cannot show them. */
  refusals: Refusal[]
  pressed: PressReport
  /** When the site changes by itself, because a scheduled recap appears or an evening is over. */
  validUntil: Date | undefined
}

/** Pulls what is published and brings the files of the site up to date, again and again. */
export type Editions = {
  bringUpToDate(): Promise<Edition>
  updateSearch(): Promise<{ indexed: number; waiting: number }>
  close(): Promise<void>
}

type EditionsInput = {
  settings: Settings
  bundle: Bundle
  outDir: string
  search?: PressOptions['search']
  onProgress?: PressOptions['onProgress']
}

export function openEditions({ settings, bundle, outDir, search, onProgress }: EditionsInput): Editions {
  const { sanity, cacheDir, siteUrl } = settings
  const client = createLakeClient(sanity)
  // A local lake may answer at another port each time; it is the same content all the same.
  const source = [sanity.apiHost === undefined ? 'hosted' : 'local', sanity.projectId, sanity.dataset].join(
    ' ',
  )
  const mirror = openMirror(join(cacheDir, 'mirror.sqlite'), source)
  let assets: ReadonlyMap<string, ImageAssetDocument> = new Map()
  const press = openPress({
    bundle,
    outDir,
    cacheDir,
    originals: createOriginals(cacheDir, () => assets),
    search,
    onProgress,
  })

  return {
    async bringUpToDate() {
      const pulled = await pull(client, mirror)
      const { documents, refusals } = mirror.read()
      assets = new Map(documents.filter(isImageAsset).map((asset) => [asset._id, asset]))
      const snapshot = takeSnapshot({
        documents,
        now: settings.now ?? new Date(),
        siteUrl,
        imageAddress: imageAddressFor(sanity.apiHost),
      })
      const pressed = await press.update(snapshot)
      return { pulled, refusals, pressed, validUntil: snapshot.validUntil }
    },
    updateSearch: () => press.updateSearch(),
    async close() {
      await press.close()
      mirror.close()
    },
  }
}

function isImageAsset(document: AnyDocument): document is ImageAssetDocument {
  return document._type === 'sanity.imageAsset'
}
