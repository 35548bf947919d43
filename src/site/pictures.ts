import type { ImageAddress } from '../cms/image-addresses.ts'
import type { ImageAssetDocument, StoredImage } from '../cms/schemas/image.ts'
import type { Picture } from '../portable-text/body.ts'
import { visiblePart } from './crop.ts'

/** How a place shows pictures: widths of the files in pixels, ascending, and the aspect ratio if it is fixed. */
export type PicturePlace = { widths: readonly number[]; ratio?: number }

export const places = {
  card: { widths: [400, 800], ratio: 16 / 9 },
  lead: { widths: [480, 960, 1600], ratio: 16 / 9 },
  cover: { widths: [480, 960, 1600], ratio: 16 / 9 },
  column: { widths: [480, 960, 1400] },
  gallery: { widths: [360, 720, 1200], ratio: 3 / 2 },
  whole: { widths: [800, 1600, 2200] },
  face: { widths: [96, 192], ratio: 1 },
  portrait: { widths: [240, 480], ratio: 1 },
  share: { widths: [1200], ratio: 1200 / 630 },
  shareCover: { widths: [560], ratio: 560 / 630 },
} satisfies Record<string, PicturePlace>

/** Turns stored images into pictures with addresses; undefined where the original is gone. */
export type PictureMaker = (image: StoredImage | undefined, place: PicturePlace) => Picture | undefined

export function createPictureMaker(
  assetOf: (id: string) => ImageAssetDocument | undefined,
  address: ImageAddress,
): PictureMaker {
  return (image, place) => {
    const asset = image && assetOf(image.asset)
    if (!asset) return undefined
    const rectangle = visiblePart(asset.metadata.dimensions, image, place.ratio)
    const { width, height } = rectangle ?? asset.metadata.dimensions
    const widths = usefulWidths(place.widths, width)
    const largest = widths.at(-1) ?? width
    const files = widths.map((w) => `${address(asset, { rectangle, width: w })} ${w}w`)
    return {
      src: address(asset, { rectangle, width: largest }),
      srcset: files.join(', '),
      width: largest,
      height: Math.round((largest * height) / width),
      alt: image.decorative ? '' : (image.alt ?? ''),
      // Behind what one can see through, a colour would stay.
      colour: asset.metadata.isOpaque === false ? undefined : asset.metadata.palette?.dominant?.background,
      caption: image.caption,
      credit: image.credit,
    }
  }
}

/** Never larger than the original; the original's own width where it is smaller than the largest wanted. */
function usefulWidths(wanted: readonly number[], available: number): number[] {
  const smaller = wanted.filter((width) => width < available)
  return smaller.length === wanted.length ? smaller : [...smaller, available]
}
