import type { Rectangle } from '../cms/image-addresses.ts'
import type { StoredImage } from '../cms/schemas/image.ts'

export type Size = { width: number; height: number }

/**
 * The pixels of an original that are shown: what the organiser's crop leaves and, where a place asks for an aspect
 * ratio, the largest part of that with this ratio, as near to the hotspot's centre as the crop allows.
 * @returns undefined when that is the whole original
 */
export function visiblePart(
  original: Size,
  image: Pick<StoredImage, 'crop' | 'hotspot'>,
  ratio?: number,
): Rectangle | undefined {
  const cropped = cropRectangle(original, image.crop)
  const part =
    ratio === undefined ? cropped : withRatio(cropped, ratio, hotspotCentre(original, image.hotspot))
  const isWhole = part.width === original.width && part.height === original.height
  return isWhole ? undefined : part
}

function cropRectangle({ width, height }: Size, crop: StoredImage['crop']): Rectangle {
  if (!crop) return { left: 0, top: 0, width, height }
  const left = Math.min(width - 1, Math.round(crop.left * width))
  const top = Math.min(height - 1, Math.round(crop.top * height))
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(width * (1 - crop.right)) - left)),
    height: Math.max(1, Math.min(height - top, Math.round(height * (1 - crop.bottom)) - top)),
  }
}

function hotspotCentre({ width, height }: Size, hotspot: StoredImage['hotspot']) {
  return hotspot ? { x: hotspot.x * width, y: hotspot.y * height } : undefined
}

function withRatio(
  cropped: Rectangle,
  ratio: number,
  centre: { x: number; y: number } | undefined,
): Rectangle {
  const isTooWide = cropped.width / cropped.height > ratio
  const width = isTooWide ? Math.max(1, Math.round(cropped.height * ratio)) : cropped.width
  const height = isTooWide ? cropped.height : Math.max(1, Math.round(cropped.width / ratio))
  const x = centre?.x ?? cropped.left + cropped.width / 2
  const y = centre?.y ?? cropped.top + cropped.height / 2
  return {
    left: within(Math.round(x - width / 2), cropped.left, cropped.left + cropped.width - width),
    top: within(Math.round(y - height / 2), cropped.top, cropped.top + cropped.height - height),
    width,
    height,
  }
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
