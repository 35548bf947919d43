import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { createGunzip } from 'node:zlib'
import type { SanityClient } from '@sanity/client'
import { exportDataset, type SanityDocument } from '@sanity/export'
import { Failure } from '../../src/failure.ts'
import type { AssetDocument } from './asset-documents.ts'
import { asExported, withoutLostAssets } from './exporter-changes.ts'
import type { Step } from './progress.ts'
import { repack } from './repack.ts'
import { makeScratch } from './scratch.ts'
import { type Survey, survey } from './survey.ts'

export type ExportRequest = {
  /** Where from: its project and token count. */
  client: SanityClient
  dataset: string
  /** The archive that is made. */
  file: string
  drafts?: boolean
  assets?: boolean
  /** Only documents of these types, and the assets that they refer to. */
  types?: string[]
  /** Whether a file that is there already may be replaced. */
  overwrite?: boolean
  onProgress?: (step: Step) => void
}

export type ExportReport = {
  documents: number
  assets: number
  /** Assets whose bytes the dataset has lost. */
  lost: AssetDocument[]
  /** In bytes. */
  size: number
}

const assetTypes = ['sanity.imageAsset', 'sanity.fileAsset']

/**
 * Writes an archive in Sanity's export layout by Sanity's own exporter. The file appears when it is complete.
 * @throws Failure that says what is in the way
 */
export async function exportContent(request: ExportRequest): Promise<ExportReport> {
  const { client, dataset, drafts = true, assets = true, types, overwrite = false } = request
  const file = path.resolve(request.file)
  const ensureFree = () => {
    if (existsSync(file) && !overwrite)
      throw new Failure(`${file} is there already.`, 'Choose another name, or replace it with --overwrite.')
  }
  ensureFree()
  if (!existsSync(path.dirname(file)))
    throw new Failure(
      `There is no folder ${path.dirname(file)}.`,
      'Make it, or choose another place for the export.',
    )
  const scratch = makeScratch(path.dirname(file), `.${path.basename(file)}-`)
  try {
    request.onProgress?.({ step: 'Looking through the dataset' })
    const found = await survey({ client, dataset, drafts, types })
    const made = path.join(scratch.folder, 'export.tar.gz')
    const report = await collect({ ...request, drafts, assets }, found, scratch.folder, made)
    ensureFree()
    await rename(made, file)
    return report
  } finally {
    scratch.remove()
  }
}

type Wanted = ExportRequest & { drafts: boolean; assets: boolean }

/** The exporter's archive, packed again while it comes. */
async function collect(
  { client, dataset, drafts, assets, types, onProgress }: Wanted,
  found: Survey,
  folder: string,
  file: string,
): Promise<ExportReport> {
  const tar = createGunzip()
  let failure: unknown
  const stop = (error: unknown) => {
    failure ??= error
    tar.destroy()
    return undefined
  }
  const [exported, packed] = await collectingIn(folder, () =>
    Promise.all([
      exportDataset({
        client,
        dataset,
        outputPath: tar,
        compress: false,
        drafts,
        assets,
        types: types && assets ? [...types, ...assetTypes] : types,
        transformDocument: (document) => (assets ? exact(document, found) : document),
        onProgress: ({ step, current, total }) =>
          onProgress?.({ step, current, total: total === '?' ? found.documents : total }),
      }).catch(stop),
      repack({ tar, file, assets: assets ? found.assets : undefined }).catch(stop),
    ]),
  )
  if (exported && packed) {
    const { documentCount } = exported
    if (documentCount >= found.documents) return { documents: documentCount, ...packed }
    // Somebody has deleted some meanwhile, or the stream has ended without an error.
    failure = new Error(`the dataset ended after ${documentCount} of ${found.documents} documents`)
  }
  if (failure instanceof Failure) throw failure
  throw new Failure(
    `The export broke off: ${failure instanceof Error ? failure.message : String(failure)}`,
    'Nothing was written. Put right what is named above, and try again.',
    { cause: failure },
  )
}

/** What the exporter would lose is put back, unless the document has changed since it was looked at. */
function exact(document: SanityDocument, { originals, assets }: Survey): SanityDocument {
  const original = originals.get(document._id)
  return withoutLostAssets(
    original?._rev === document._rev && original ? asExported(original) : document,
    assets,
  )
}

/** The exporter collects assets in the system's folder for such things, and has no option for another. */
async function collectingIn<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    return await work()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}
