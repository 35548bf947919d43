import type { ImageAssetDocument } from './schemas/image.ts'

/** Part of an original in its pixels. */
export type Rectangle = { left: number; top: number; width: number; height: number }

/** Which pixels of which original, scaled to which width. `rectangle` undefined: the whole. */
export type ImageTransform = { rectangle: Rectangle | undefined; width: number }

/** Where readers get a transformed picture from. */
export type ImageAddress = (asset: ImageAssetDocument, transform: ImageTransform) => string

/** Sanity's image CDN, for hosted datasets: nothing to store, nothing to render. */
const cdnAddress: ImageAddress = (asset, { rectangle, width }) => {
  const part = rectangle
    ? `rect=${rectangle.left},${rectangle.top},${rectangle.width},${rectangle.height}&`
    : ''
  return `${asset.url}?${part}w=${width}&fit=max&auto=format`
}

/**
 * A file of the site, for local datasets; its name says the transform:
 * `/images/<sha1>-<width>x<height>-<extension>/[<left>-<top>-<width>-<height>/]<width>.webp`.
 */
export const fileAddress: ImageAddress = (asset, { rectangle, width }) => {
  const part = rectangle ? `${rectangle.left}-${rectangle.top}-${rectangle.width}-${rectangle.height}/` : ''
  return `/images/${asset._id.replace(/^image-/, '')}/${part}${width}.webp`
}

/** A hosted dataset has an image CDN; a local lake has not, so the site carries the files itself. */
export function imageAddressFor(picturesAreFiles: boolean): ImageAddress {
  return picturesAreFiles ? fileAddress : cdnAddress
}

const filePath = /^\/images\/([0-9A-Za-z]+-\d+x\d+-[a-z0-9]+)\/(?:(\d+)-(\d+)-(\d+)-(\d+)\/)?(\d+)\.webp$/

/** Reads a file's address back; undefined for anything that `fileAddress` would not make. */
export function parseFileAddress(path: string): { assetId: string; transform: ImageTransform } | undefined {
  const match = filePath.exec(path)
  if (!match) return undefined
  const [, original, left, top, width, height, scaled] = match
  return {
    assetId: `image-${original}`,
    transform: {
      rectangle:
        left === undefined
          ? undefined
          : { left: Number(left), top: Number(top), width: Number(width), height: Number(height) },
      width: Number(scaled),
    },
  }
}
