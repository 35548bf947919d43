import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Dataset } from '../dataset.ts'
import type { StoredDocument } from '../document.ts'
import { httpError } from '../errors.ts'
import { identifier } from '../identifier.ts'
import { projectId } from '../project.ts'
import type { AssetFiles } from './files.ts'
import { inspectImage } from './inspect.ts'

export type Upload = {
  bytes: Buffer
  /** As the sender names it; believed for files, not for pictures. */
  contentType: string | undefined
  filename: string | undefined
  /** Fields the sender may fill in, under the names they have in the document. */
  fields: Record<string, unknown>
}

/** Keeps a picture and its document; the same bytes give the same document, however often they come. */
export async function uploadImage(
  upload: Upload,
  dataset: Dataset,
  files: AssetFiles,
): Promise<StoredDocument> {
  const { width, height, extension, mimeType, hasAlpha, isOpaque, lqip, palette } = await inspectImage(
    notEmpty(upload).bytes,
  )
  const hash = sha1(upload.bytes)
  const name = `${hash}-${width}x${height}.${extension}`
  await files.write(dataset.name, name, upload.bytes)
  return keep(dataset, {
    _id: `image-${hash}-${width}x${height}-${extension}`,
    _type: 'sanity.imageAsset',
    ...commonFields(upload, hash),
    extension,
    mimeType,
    path: `images/${projectId}/${dataset.name}/${name}`,
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: { _type: 'sanity.imageDimensions', width, height, aspectRatio: width / height },
      hasAlpha,
      isOpaque,
      lqip,
      palette,
    },
  })
}

/** Keeps any other file and its document. */
export async function uploadFile(
  upload: Upload,
  dataset: Dataset,
  files: AssetFiles,
): Promise<StoredDocument> {
  const hash = sha1(notEmpty(upload).bytes)
  const extension =
    /^\.([a-z0-9]{1,10})$/.exec(path.extname(upload.filename ?? '').toLowerCase())?.[1] ?? 'bin'
  const name = `${hash}.${extension}`
  await files.write(dataset.name, name, upload.bytes)
  return keep(dataset, {
    _id: `file-${hash}-${extension}`,
    _type: 'sanity.fileAsset',
    ...commonFields(upload, hash),
    extension,
    mimeType: upload.contentType ?? 'application/octet-stream',
    path: `files/${projectId}/${dataset.name}/${name}`,
  })
}

async function keep(
  dataset: Dataset,
  document: { _id: string; _type: string; [field: string]: unknown },
): Promise<StoredDocument> {
  await dataset.mutate([{ createIfNotExists: document }])
  const kept = dataset.get(document._id)
  if (!kept) throw httpError(500, 'The asset was stored but its document cannot be found')
  return kept
}

function commonFields(upload: Upload, hash: string): Record<string, unknown> {
  return {
    ...upload.fields,
    assetId: hash,
    sha1hash: hash,
    uploadId: identifier(),
    size: upload.bytes.length,
    originalFilename: upload.filename,
  }
}

function notEmpty(upload: Upload): Upload {
  if (upload.bytes.length === 0) throw httpError(400, 'The file is empty')
  return upload
}

function sha1(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex')
}
