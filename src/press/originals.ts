import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImageAssetDocument } from '../cms/schemas/image.ts'
import { writeWhole } from './files.ts'

/** The uploaded originals of pictures, by the id of their asset; fetched from the lake once and kept. */
export type Originals = (assetId: string) => Promise<Uint8Array>

/** @throws Error that says why an original cannot be had */
export function createOriginals(
  cacheDir: string,
  assets: () => ReadonlyMap<string, ImageAssetDocument>,
): Originals {
  return async (assetId) => {
    const kept = join(cacheDir, 'originals', assetId)
    if (existsSync(kept)) return readFile(kept)
    const asset = assets().get(assetId)
    if (!asset) throw new Error('no such picture is published')
    const response = await fetch(asset.url)
    if (!response.ok) throw new Error(`the lake answered ${response.status} for ${asset.url}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    await writeWhole(kept, bytes)
    return bytes
  }
}
