import { encode } from 'blurhash'
import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'

/** Pixels of a small copy of a picture, four bytes each. */
export type Sample = { pixels: Buffer; width: number; height: number }

const lqipWidth = 20
const mostComponents = 5

/** A tiny version as a data address, to show while the real one loads. */
export async function lqipOf(sample: Sample, type: 'png' | 'jpeg'): Promise<string> {
  const tiny = rawImage(sample).resize(lqipWidth)
  const bytes =
    type === 'png'
      ? await tiny.png().toBuffer()
      : await tiny.flatten({ background: '#ffffff' }).jpeg({ quality: 50 }).toBuffer()
  return `data:image/${type};base64,${bytes.toString('base64')}`
}

/** With five components along the longer side, as the hosted API makes it. */
export function blurHashOf({ pixels, width, height }: Sample): string {
  const longer = Math.max(width, height)
  const components = (side: number) => Math.max(Math.ceil((mostComponents * side) / longer), 1)
  return encode(new Uint8ClampedArray(pixels), width, height, components(width), components(height))
}

/** In base64. */
export function thumbHashOf({ pixels, width, height }: Sample): string {
  return Buffer.from(rgbaToThumbHash(width, height, pixels)).toString('base64')
}

function rawImage({ pixels, width, height }: Sample): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 4 } })
}
