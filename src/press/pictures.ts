import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { parseFileAddress } from '../cms/image-addresses.ts'
import { writeWhole } from './files.ts'
import type { Originals } from './originals.ts'

const address = /\/images\/[\w/-]+\.webp/g

/** The files of pictures that a page or feed shows, relative to the output folder, each once. */
export function picturesIn(text: string): string[] {
  return [...new Set(text.match(address))]
    .filter((path) => parseFileAddress(path) !== undefined)
    .map((path) => path.slice(1))
    .sort()
}

/**
 * Makes the file of a picture where it was not made before: its name says from what.
 * @returns where the made file is kept
 */
export async function makePicture(file: string, cacheDir: string, originals: Originals): Promise<string> {
  const kept = join(cacheDir, file)
  if (existsSync(kept)) return kept
  const parsed = parseFileAddress(`/${file}`)
  if (!parsed) throw new Error('its name says no transform')
  const { assetId, transform } = parsed
  // The first rotation honours the camera's orientation, which is what the asset's dimensions are given in.
  let image = sharp(await originals(assetId), { failOn: 'error' }).autoOrient()
  if (transform.rectangle) image = image.extract(transform.rectangle)
  await writeWhole(kept, await image.resize({ width: transform.width }).webp({ quality: 78 }).toBuffer())
  return kept
}
