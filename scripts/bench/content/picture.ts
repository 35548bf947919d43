import { reference } from './document.ts'
import { Random } from './random.ts'
import { sentence } from './sentences.ts'

/** An uploaded picture, as far as its id and address say. `width` and `height` in pixels. */
export type Picture = { sha1hash: string; width: number; height: number; extension: string }

const sizes = [
  [1600, 900],
  [1200, 900],
  [900, 1200],
  [1200, 1200],
] as const

/** A picture of which there are no bytes anywhere. */
export function inventedPicture(seed: number, index: number): Picture {
  const random = new Random(`${seed} asset ${index}`)
  const [width, height] = random.pick(sizes)
  return { sha1hash: random.hexadecimal(40), width, height, extension: 'jpg' }
}

export function assetId({ sha1hash, width, height, extension }: Picture): string {
  return `image-${sha1hash}-${width}x${height}-${extension}`
}

/** An image field: the picture with its description and, now and then, a caption, a hotspot and a crop. */
export function imageOf(picture: Picture, random: Random) {
  const share = (from: number, to: number) => random.integer(from, to) / 100
  return {
    _type: 'image',
    asset: reference(assetId(picture)),
    alt: sentence(random),
    ...(random.happens(0.7) && { caption: sentence(random) }),
    ...(random.happens(0.4) && { credit: 'Picture: made up' }),
    ...(random.happens(0.3) && {
      hotspot: {
        _type: 'sanity.imageHotspot',
        x: share(30, 70),
        y: share(30, 70),
        width: share(20, 60),
        height: share(20, 60),
      },
    }),
    ...(random.happens(0.1) && {
      crop: {
        _type: 'sanity.imageCrop',
        top: share(0, 20),
        bottom: share(0, 20),
        left: share(0, 20),
        right: 0,
      },
    }),
  }
}
