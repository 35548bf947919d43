import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFileAddress } from '../cms/image-addresses.ts'
import type { ShareCardView } from '../site/views/share-card.ts'
import { asFailure } from '../system-failure.ts'
import { writeWhole } from './files.ts'
import { download, type Originals } from './originals.ts'
import { makePicture } from './pictures.ts'

/** Draws the picture that is shown where a page is shared; @returns the bytes of a PNG */
export type DrawShareCard = (view: ShareCardView) => Promise<Uint8Array>

/**
 * Draws each card once: what was drawn is kept under a name that says what it shows and by which code.
 * @throws Failure where the picture beside it cannot be fetched now; one of which no picture can be made is left out
 */
export function createShareCardDrawer(cacheDir: string, originals: Originals): DrawShareCard {
  return async (view) => {
    const kept = join(cacheDir, 'share-cards', `${nameOf(view)}.png`)
    if (existsSync(kept)) return readFile(kept)
    const cover = view.cover === undefined ? undefined : await coverOf(view.cover, cacheDir, originals)
    // Loaded only by runs that draw a card: most do not, and it takes a while.
    const { drawCard } = await import('./draw-card.ts')
    const bytes = await drawCard(view, cover)
    // Without its picture it is not what the name says; perhaps that can be made another time.
    if (view.cover === undefined || cover) await writeWhole(kept, bytes)
    return bytes
  }
}

async function coverOf(
  address: string,
  cacheDir: string,
  originals: Originals,
): Promise<Uint8Array | undefined> {
  try {
    if (parseFileAddress(address))
      return await readFile(await makePicture(address.slice(1), cacheDir, originals))
    return await download(address)
  } catch (error) {
    const failure = asFailure(error)
    if (failure) throw failure
    return undefined
  }
}

function nameOf(view: ShareCardView): string {
  return createHash('sha256')
    .update(drawing)
    .update(faces)
    .update(JSON.stringify(view))
    .digest('base64url')
    .slice(0, 32)
}

/** The code that draws: what was drawn by other code has to be drawn again. */
const drawing = readFileSync(new URL('./draw-card.ts', import.meta.url))
const faces = readFileSync(new URL('./card-faces.ts', import.meta.url))
