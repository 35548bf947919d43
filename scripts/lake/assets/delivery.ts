import { createHash } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { httpError } from '../errors.ts'
import { hashIn } from './asset-name.ts'
import { attachment } from './download-name.ts'
import { type Delivery, respondWithBytes, respondWithFile, unchanged } from './file-response.ts'
import type { AssetFiles } from './files.ts'
import { mimeTypeOfImage } from './image-format.ts'
import { parseImageRequest } from './image-request.ts'
import { outputFormat } from './output-format.ts'
import { transformImage } from './transform.ts'
import type { TransformCache } from './transform-cache.ts'

export type AssetRequest = {
  dataset: string
  name: string
  /** A name for people, from the end of the address. */
  vanity: string | undefined
  query: URLSearchParams
  /** The asset's document: without one there is nothing to be had, even where a file was left. */
  document: unknown
  /** The request itself, for its method and headers. */
  raw: Request
}

const mimeType = z.string().regex(/^[\w.+-]+\/[\w.+-]+$/)
const storedAsset = z.object({
  mimeType: mimeType.catch('application/octet-stream'),
  originalFilename: z.string().optional().catch(undefined),
})
type StoredAsset = z.infer<typeof storedAsset>

/** A picture: its very bytes where nothing else is asked for, since exports depend on them, else a new one. */
export async function deliverImage(
  request: AssetRequest,
  files: AssetFiles,
  cache: TransformCache,
): Promise<Response> {
  const { file, asset } = find(request, files)
  const wanted = request.query.has('dlRaw') ? undefined : parseImageRequest(request.query)
  const extension = path.extname(file).slice(1)
  // Drawings fit any size as they are.
  if (!wanted || (extension === 'svg' && !wanted.format)) {
    return original(file, mimeTypeOfImage(extension) ?? 'application/octet-stream', request, asset)
  }
  const format = outputFormat(extension, wanted, request.raw.headers.get('accept') ?? '')
  const key = { original: hashIn(request.name), request: JSON.stringify([format, wanted]) }
  const mark = createHash('sha1').update(key.original).update(key.request).digest('hex')
  const delivery = deliveryOf(request, asset, mimeTypeOfImage(format) ?? '', mark)
  if (wanted.autoFormat) delivery.headers.vary = 'accept'
  return (
    unchanged(delivery) ??
    respondWithBytes(await cache.get(key, () => transformImage(file, wanted, format)), delivery)
  )
}

/** Any other file, as it was uploaded. */
export async function deliverFile(request: AssetRequest, files: AssetFiles): Promise<Response> {
  const { file, asset } = find(request, files)
  return original(file, asset.mimeType, request, asset)
}

function find({ dataset, name, document }: AssetRequest, files: AssetFiles) {
  const asset = storedAsset.safeParse(document).data
  const file = asset && files.find(dataset, name)
  if (!file) throw httpError(404, 'Asset not found')
  return { file, asset }
}

async function original(
  file: string,
  mimeType: string,
  request: AssetRequest,
  asset: StoredAsset,
): Promise<Response> {
  const delivery = deliveryOf(request, asset, mimeType, hashIn(request.name))
  return unchanged(delivery) ?? respondWithFile(file, delivery)
}

function deliveryOf(
  { name, vanity, query, raw }: AssetRequest,
  asset: StoredAsset,
  mimeType: string,
  mark: string,
): Delivery {
  const headers: Record<string, string> = { 'x-sanity-sha1': hashIn(name) }
  const wished = query.get('dl')
  if (wished !== null || query.has('dlRaw')) {
    headers['content-disposition'] = attachment(wished || vanity || asset.originalFilename || name)
  }
  return { request: raw, mimeType, etag: `"${mark}"`, headers }
}
