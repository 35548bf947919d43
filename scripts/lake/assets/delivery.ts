import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { httpError } from '../errors.ts'
import type { AssetFiles } from './files.ts'
import { type OutputFormat, parseImageRequest } from './image-request.ts'
import { mimeTypeOfImage } from './inspect.ts'
import { transformImage } from './transform.ts'
import type { TransformCache } from './transform-cache.ts'

export type AssetRequest = { dataset: string; name: string; query: URLSearchParams; accept: string }

/** A picture: its very bytes where nothing else is asked for, since exports depend on them, else a new one. */
export async function deliverImage(
  request: AssetRequest,
  files: AssetFiles,
  cache: TransformCache,
): Promise<Response> {
  const file = find(request, files)
  const wanted = parseImageRequest(request.query)
  const extension = path.extname(file).slice(1)
  if (!wanted || (extension === 'svg' && !wanted.format)) {
    return original(file, mimeTypeOfImage(extension) ?? 'application/octet-stream', request)
  }
  const format = wanted.format ?? formatFor(extension, wanted.autoFormat, request.accept)
  const key = JSON.stringify([request.dataset, request.name, format, wanted])
  const bytes = await cache.get(key, () => transformImage(file, wanted, format))
  return respond(bytes, mimeTypeOfImage(format) ?? 'application/octet-stream', request)
}

/** Any other file, as it was uploaded. */
export async function deliverFile(
  request: AssetRequest,
  mimeType: string,
  files: AssetFiles,
): Promise<Response> {
  return original(find(request, files), mimeType, request)
}

function find({ dataset, name }: AssetRequest, files: AssetFiles): string {
  const file = files.find(dataset, name)
  if (!file) throw httpError(404, 'Asset not found')
  return file
}

async function original(file: string, mimeType: string, request: AssetRequest): Promise<Response> {
  return respond(await readFile(file), mimeType, request)
}

function formatFor(extension: string, automatic: boolean, accept: string): OutputFormat {
  if (automatic && accept.includes('image/webp')) return 'webp'
  switch (extension) {
    case 'png':
    case 'webp':
    case 'avif':
    case 'gif':
    case 'tif':
      return extension
    default:
      return 'jpg'
  }
}

function respond(bytes: Buffer, mimeType: string, { name, query }: AssetRequest): Response {
  const headers = new Headers({
    'content-type': mimeType,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'x-sanity-sha1': name.slice(0, 40),
    vary: 'accept',
  })
  if (!isHarmless(mimeType)) {
    headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  }
  const download = query.get('dl')
  if (download !== null) {
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(download || name)}`)
  }
  return new Response(new Uint8Array(bytes), { headers })
}

/** Everything else could be a document with scripts of its own. */
function isHarmless(mimeType: string): boolean {
  const isPlainMedia = /^(image|audio|video)\/[\w.+-]+$/.test(mimeType) && mimeType !== 'image/svg+xml'
  return isPlainMedia || mimeType === 'application/pdf'
}
