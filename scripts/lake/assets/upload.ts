import path from 'node:path'
import { getExtension, getMimeType } from 'hono/utils/mime'
import { z } from 'zod'
import type { StoredDocument } from '../document.ts'
import { httpError } from '../errors.ts'
import { identifier } from '../identifier.ts'
import type { Mutation } from '../mutations.ts'
import { projectId } from '../project.ts'
import { type AssetKind, assetIdFor } from './asset-name.ts'
import type { AssetFiles } from './files.ts'
import { inspectImage, readImageHeader } from './inspect.ts'
import type { MetadataPart } from './metadata-parts.ts'
import { pictureTurns } from './picture-work.ts'
import type { ReceivedFile } from './received-file.ts'

const megabyte = 1024 * 1024

/** What can be uploaded at most, in bytes. */
export const largest: Record<AssetKind, number> = { image: 100 * megabyte, file: 1024 * megabyte }

export type Upload = {
  received: ReceivedFile
  /** As the sender names it; believed for files, not for pictures. */
  contentType: string | undefined
  filename: string | undefined
  /** What to find out about a picture. */
  parts: ReadonlySet<MetadataPart>
  /** Fields the sender may fill in, under the names they have in the document. */
  fields: Record<string, unknown>
}

/** Where the documents of assets go. */
type Home = {
  name: string
  get(id: string): StoredDocument | undefined
  mutate(mutations: Mutation[]): unknown
}

/** Keeps a picture and its document; the same bytes give the same document, however often they come. */
export async function uploadImage(upload: Upload, home: Home, files: AssetFiles): Promise<StoredDocument> {
  const { received, parts } = upload
  const header = await pictureTurns.take(() => readImageHeader(received.file))
  const { width, height, extension, mimeType } = header
  const name = `${received.sha1}-${width}x${height}.${extension}`
  return keep({ kind: 'image', name, extension, mimeType }, upload, home, files, async () => ({
    _type: 'sanity.imageMetadata',
    dimensions: { _type: 'sanity.imageDimensions', width, height, aspectRatio: width / height },
    ...(await pictureTurns.take(() => inspectImage(received.file, header, parts))),
  }))
}

/** Keeps any other file and its document. */
export async function uploadFile(upload: Upload, home: Home, files: AssetFiles): Promise<StoredDocument> {
  const mimeType = mimeTypeOf(upload)
  const extension = extensionOf(upload, mimeType)
  return keep(
    { kind: 'file', name: `${upload.received.sha1}.${extension}`, extension, mimeType },
    upload,
    home,
    files,
  )
}

type Asset = { kind: AssetKind; name: string; extension: string; mimeType: string }

function keep(
  { kind, name, extension, mimeType }: Asset,
  { received, filename, fields }: Upload,
  home: Home,
  files: AssetFiles,
  findOut?: () => Promise<unknown>,
): Promise<StoredDocument> {
  const id = assetIdFor(kind, name)
  if (id === undefined) throw httpError(400, 'The file has a size or an extension that no address can hold')
  return files.exclusively(home.name, name, async () => {
    if (!home.get(id)) {
      const document = asSent({
        _id: id,
        _type: `sanity.${kind}Asset`,
        ...fields,
        assetId: received.sha1,
        sha1hash: received.sha1,
        uploadId: identifier(),
        size: received.size,
        originalFilename: filename,
        extension,
        mimeType,
        path: `${kind}s/${projectId}/${home.name}/${name}`,
        metadata: await findOut?.(),
      })
      await files.keep(received, home.name, name)
      await home.mutate([{ createIfNotExists: document }])
    } else {
      // The file of a document that history brought back may be gone.
      await files.keep(received, home.name, name)
    }
    const kept = home.get(id)
    if (!kept) throw httpError(500, 'The asset was stored but its document cannot be found')
    return kept
  })
}

const newDocument = z.looseObject({ _id: z.string(), _type: z.string() })

/** As it would arrive from a client: without the fields that nobody filled in. */
function asSent(document: Record<string, unknown>): z.infer<typeof newDocument> {
  return newDocument.parse(JSON.parse(JSON.stringify(document)))
}

const unknownType = 'application/octet-stream'

function mimeTypeOf({ contentType, filename }: Upload): string {
  const sent = contentType?.trim().toLowerCase()
  if (sent && sent !== unknownType && /^[\w.+-]+\/[\w.+-]+$/.test(sent)) return sent
  return getMimeType(filename ?? '')?.split(';')[0] ?? unknownType
}

function extensionOf({ filename }: Upload, mimeType: string): string {
  const named = /^\.([a-z0-9]{1,10})$/.exec(path.extname(filename ?? '').toLowerCase())?.[1]
  return named ?? getExtension(mimeType) ?? 'bin'
}
