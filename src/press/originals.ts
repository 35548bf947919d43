import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { requestTimeout } from '../cms/client.ts'
import type { Documents } from '../cms/mirror/documents.ts'
import type { ImageAssetDocument } from '../cms/schemas/image.ts'
import { Failure } from '../failure.ts'
import { writeWhole } from './files.ts'

/** The uploaded originals of pictures, by the id of their asset; fetched from the lake once and kept. */
export type Originals = (assetId: string) => Promise<Uint8Array>

/**
 * @throws Error that says why an original cannot be had
 * @throws Failure where the lake does not answer: the original may be there
 */
function createOriginals(
  cacheDir: string,
  assetOf: (id: string) => ImageAssetDocument | undefined,
): Originals {
  return async (assetId) => {
    const kept = join(cacheDir, 'originals', assetId)
    if (existsSync(kept)) return readFile(kept)
    const asset = assetOf(assetId)
    if (!asset) throw new Error('no such picture is published')
    const bytes = await download(asset.url)
    await writeWhole(kept, bytes)
    return bytes
  }
}

/** The originals of the pictures among some documents. */
export function originalsOf(cacheDir: string, documents: Pick<Documents, 'head'>): Originals {
  return createOriginals(cacheDir, (id) => {
    const head = documents.head(id)
    return head?._type === 'sanity.imageAsset' ? head : undefined
  })
}

/**
 * @throws Error that says why a picture cannot be had
 * @throws Failure where the lake does not answer: the picture may be there
 */
export async function download(url: string): Promise<Uint8Array> {
  const hint = 'The site was left as it is. Check that the lake runs; the next build or publish tries again.'
  const response = await fetch(url, { signal: AbortSignal.timeout(requestTimeout) })
    .then(async (answer) => ({ status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }))
    .catch((cause: unknown) => {
      throw new Failure(`The picture ${url} could not be fetched: ${String(cause)}.`, hint, { cause })
    })
  if (response.status >= 500)
    throw new Failure(`The picture ${url} could not be fetched: the lake answered ${response.status}.`, hint)
  if (response.status !== 200) throw new Error(`the lake answered ${response.status} for ${url}`)
  return response.bytes
}
