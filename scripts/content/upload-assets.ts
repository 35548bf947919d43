import { openAsBlob } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { ClientError, type SanityClient } from '@sanity/client'
import { Failure } from '../../src/failure.ts'
import { type AssetFile, assetKey } from './asset-files.ts'
import { assetsOf, parseStoredAsset, type StoredAsset } from './dataset-state.ts'
import type { ExportContent } from './export-folder.ts'
import { inParallel } from './in-parallel.ts'
import type { AssetPlaces } from './place-assets.ts'

export type UploadReport = AssetPlaces & { uploaded: number; present: number }

/**
 * Brings assets into a dataset under the ids that they had. Sanity's own importer would find them by their content
 * and name them by what they were called when they were uploaded, which makes two files with the same content one,
 * and gives others a new id.
 * @param replaces whether what the import says of assets that are there already counts
 */
export async function uploadAssets(
  client: SanityClient,
  content: ExportContent,
  replaces: boolean,
  onUpload: (done: number) => void,
): Promise<UploadReport> {
  const { assets, assetDocuments, descriptions } = content
  const known = await assetsOf(
    client,
    assets.flatMap(({ id }) => id ?? []),
    assets.map(({ sha1 }) => sha1),
  )
  const report = {
    ids: new Map<string, string>(),
    renamed: new Map<string, string>(),
    uploaded: 0,
    present: 0,
  }
  await inParallel(assets, uploadsAtATime, async (asset) => {
    const present = await findPresent(asset, known)
    const stored = present ?? (await upload(client, asset, content))
    report[present ? 'present' : 'uploaded'] += 1
    if (replaces || !present) {
      const wanted = assetDocuments.get(asset.path)
      if (wanted?._id === stored._id) await writeDocument(client, wanted, stored)
      else await writeDescription(client, descriptions[`${asset.kind}-${asset.sha1}`], stored)
    }
    report.ids.set(assetKey(asset.kind, asset.path), stored._id)
    if (asset.id !== undefined && asset.id !== stored._id) report.renamed.set(asset.id, stored._id)
    onUpload(report.ids.size)
  })
  return report
}

const uploadsAtATime = 4

/** The same asset in the dataset, if its bytes are there too. */
async function findPresent(asset: AssetFile, known: StoredAsset[]): Promise<StoredAsset | undefined> {
  const candidates = known.filter(({ _id, _type, sha1hash }) =>
    asset.id === undefined
      ? _type === `sanity.${asset.kind}Asset` && sha1hash === asset.sha1
      : _id === asset.id,
  )
  for (const candidate of candidates) {
    if (candidate.url === undefined) continue
    const answer = await fetch(candidate.url, { method: 'HEAD' })
    if (answer.ok) return candidate
  }
  return undefined
}

async function upload(client: SanityClient, asset: AssetFile, content: ExportContent): Promise<StoredAsset> {
  const document = content.assetDocuments.get(asset.path)
  const description = document ?? content.descriptions[`${asset.kind}-${asset.sha1}`]
  const blob = await openAsBlob(asset.file)
  try {
    return await persistently(async () =>
      parseStoredAsset(
        await client.assets.upload(asset.kind, blob, {
          filename: filenameFor(asset, description?.originalFilename),
          contentType: typeof document?.mimeType === 'string' ? document.mimeType : undefined,
        }),
      ),
    )
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Failure(
      `${asset.name} was not taken: ${reason}`,
      'Mend it, or take it out, and import again.',
      { cause },
    )
  }
}

/** A file's id ends in the extension of the name that it is uploaded with. */
function filenameFor({ id, kind, sha1, path }: AssetFile, original: unknown): string {
  const name =
    typeof original === 'string' && original !== '' ? original : path.slice(path.lastIndexOf('/') + 1)
  const extension = kind === 'file' && id !== undefined ? id.slice(id.lastIndexOf('-') + 1) : undefined
  return extension === undefined || name.toLowerCase().endsWith(`.${extension}`)
    ? name
    : `${sha1}.${extension}`
}

/** What the dataset that has the bytes knows better than the one that they came from. */
const ownFields = ['assetId', 'path', 'sha1hash', 'size', 'uploadId', 'url'] as const

async function writeDocument(
  client: SanityClient,
  wanted: { _id: string; _type: string; [field: string]: unknown },
  stored: StoredAsset,
): Promise<void> {
  const document: typeof wanted = { ...wanted }
  for (const field of ownFields) document[field] = stored[field]
  for (const field of ['_rev', '_updatedAt']) document[field] = stored[field]
  if (isDeepStrictEqual(document, stored)) return
  const { _rev, _updatedAt, ...fields } = document
  await client.createOrReplace({ ...fields, _id: wanted._id, _type: wanted._type })
}

const notDescriptive = new Set<string>([...ownFields, '_createdAt', '_id', '_rev', '_type', '_updatedAt'])

async function writeDescription(
  client: SanityClient,
  description: Record<string, unknown> | undefined,
  stored: StoredAsset,
): Promise<void> {
  const fields = Object.entries(description ?? {}).filter(
    ([name, value]) => !notDescriptive.has(name) && !isDeepStrictEqual(value, stored[name]),
  )
  if (fields.length > 0) await client.patch(stored._id).set(Object.fromEntries(fields)).commit()
}

const tries = 3

/** Uploading twice is uploading once: what the connection swallowed is sent again. */
async function persistently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof ClientError || attempt === tries) throw error
      await pause(300 * attempt)
    }
  }
}
