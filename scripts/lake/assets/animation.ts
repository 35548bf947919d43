import sharp, { type Metadata } from 'sharp'
import { adjust, type Look } from './adjust.ts'
import { type Animation, encode } from './encode.ts'
import type { OutputFormat } from './image-request.ts'
import { workingTime } from './picture-work.ts'

/** As with the hosted API: of anything with more pixels in all its frames, only the first frame is shown. */
const mostPixels = 256_000_000

/** How much is decoded at a time. */
const pixelsAtOnce = 16_000_000

/** Whether all frames of a picture have to go through the pipeline. */
export function isAnimated({ pages = 1, width, height }: Metadata, { request, geometry }: Look): boolean {
  if (request.firstFrame || pages < 2) return false
  const { size } = geometry
  return pages * Math.max(width * height, size.width * size.height) <= mostPixels
}

/**
 * Frame by frame, since what is done to all of them in one piece bleeds from one into the next.
 * @param format one that can move: gif or webp
 */
export async function transformAnimation(
  file: string,
  metadata: Metadata,
  look: Look,
  format: OutputFormat,
): Promise<Buffer> {
  const frames: Buffer[] = []
  const { pages = 1, width, height } = metadata
  const atOnce = Math.max(Math.floor(pixelsAtOnce / (width * height)), 1)
  for (let page = 0; page < pages; page += atOnce) {
    for (const frame of await decode(file, page, Math.min(atOnce, pages - page), { width, height })) {
      frames.push(await adjust(frame, look).png({ compressionLevel: 1 }).toBuffer())
    }
  }
  const joined = sharp(frames, { join: { animated: true } }).timeout({ seconds: workingTime })
  return encode(joined, look.request, format, timing(metadata))
}

async function decode(file: string, page: number, pages: number, size: { width: number; height: number }) {
  const decoded = sharp(file, { page, pages }).timeout({ seconds: workingTime }).ensureAlpha().raw()
  const pixels = await decoded.toBuffer()
  const length = size.width * size.height * 4
  return Array.from({ length: pages }, (_, index) =>
    sharp(pixels.subarray(index * length, (index + 1) * length), { raw: { ...size, channels: 4 } }),
  )
}

function timing({ delay, loop }: Metadata): Animation {
  return { ...(delay && { delay }), ...(loop !== undefined && { loop }) }
}
