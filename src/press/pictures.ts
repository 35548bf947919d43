import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseFileAddress } from '../cms/image-addresses.ts'
import { asFailure } from '../system-failure.ts'
import { writeWhole } from './files.ts'
import type { Originals } from './originals.ts'

const ending = '.webp'
const address = /\/images\/[\w/-]+\.webp/g

/** The files of pictures that a page or feed shows, relative to the output folder, each once. */
export function picturesIn(text: string): string[] {
  // Most pages of a hosted site show none, and to see that takes a tenth of the time.
  if (!text.includes(ending)) return []
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
  // Loaded only by runs that make a picture: most do not, and it takes a while.
  const { default: sharp } = await import('sharp')
  // The first rotation honours the camera's orientation, which is what the asset's dimensions are given in.
  let image = sharp(await originals(assetId), { failOn: 'error' }).autoOrient()
  if (transform.rectangle) image = image.extract(transform.rectangle)
  await writeWhole(kept, await image.resize({ width: transform.width }).webp({ quality: 78 }).toBuffer())
  return kept
}

/** A picture's file, relative to the output folder, and where it is kept. */
export type MadePicture = { file: string; kept: string }

/**
 * Makes several pictures side by side.
 * @returns those that could be made, and for each asset of which one could not be made, in plain words, why
 * @throws Failure where the lake cannot be reached or the disk does not take them: trying again may help
 */
export async function makePictures(
  files: readonly string[],
  cacheDir: string,
  originals: Originals,
  onProgress: (done: number) => void,
): Promise<{ made: MadePicture[]; broken: Map<string, string> }> {
  const made: MadePicture[] = []
  const broken = new Map<string, string>()
  let done = 0
  const waiting = files.values()
  const makeNext = async () => {
    for (const file of waiting) {
      try {
        made.push({ file, kept: await makePicture(file, cacheDir, originals) })
      } catch (error) {
        const failure = asFailure(error)
        if (failure) throw failure
        broken.set(assetOf(file), error instanceof Error ? error.message : String(error))
      }
      onProgress(++done)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, makeNext))
  return { made, broken }
}

/** Id of the asset that a picture's file was made from. */
export function assetOf(file: string): string {
  return parseFileAddress(`/${file}`)?.assetId ?? ''
}
