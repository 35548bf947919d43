import { openAsBlob } from 'node:fs'
import { type ByteRange, parseByteRange } from './byte-range.ts'

export type Delivery = {
  /** What the receiver sent. */
  request: Request
  mimeType: string
  /** The bytes' own mark, the same for the same bytes. */
  etag: string
  /** Further headers. */
  headers: Record<string, string>
}

/** 304 where the receiver has these bytes already, else undefined. */
export function unchanged(delivery: Delivery): Response | undefined {
  const known = delivery.request.headers.get('if-none-match')?.split(',') ?? []
  const marks = known.map((mark) => mark.trim().replace(/^W\//, ''))
  if (!marks.includes(delivery.etag) && !marks.includes('*')) return undefined
  const headers = headersOf(delivery)
  headers.delete('content-type')
  return new Response(null, { status: 304, headers })
}

export function respondWithBytes(bytes: Buffer, delivery: Delivery): Response {
  const headers = headersOf(delivery)
  headers.set('content-length', String(bytes.length))
  return new Response(delivery.request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
}

/** A file, or the part of it that is asked for, never wholly in memory. */
export async function respondWithFile(file: string, delivery: Delivery): Promise<Response> {
  const blob = await openAsBlob(file)
  const headers = headersOf(delivery)
  headers.set('accept-ranges', 'bytes')
  const range = rangeFor(delivery, blob.size)
  if (range === null) {
    headers.set('content-range', `bytes */${blob.size}`)
    return new Response(null, { status: 416, headers })
  }
  const part = range ? blob.slice(range.first, range.last + 1) : blob
  headers.set('content-length', String(part.size))
  if (range) headers.set('content-range', `bytes ${range.first}-${range.last}/${blob.size}`)
  return new Response(delivery.request.method === 'HEAD' ? null : part.stream(), {
    status: range ? 206 : 200,
    headers,
  })
}

function rangeFor({ request, etag }: Delivery, size: number): ByteRange | undefined | null {
  const condition = request.headers.get('if-range')
  if (condition !== null && condition !== etag) return undefined
  return parseByteRange(request.headers.get('range'), size)
}

function headersOf({ mimeType, etag, headers }: Delivery): Headers {
  const all = new Headers({
    'content-type': mimeType,
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  if (!isHarmless(mimeType)) {
    all.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  }
  return all
}

/** Everything else could be a document with scripts of its own. */
function isHarmless(mimeType: string): boolean {
  const isPlainMedia = /^(image|audio|video)\/[\w.+-]+$/.test(mimeType) && mimeType !== 'image/svg+xml'
  return isPlainMedia || mimeType === 'application/pdf'
}
