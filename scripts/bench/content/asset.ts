import { type GeneratedDocument, randomFor, withSystemFields } from './document.ts'
import { assetId, type Picture } from './picture.ts'
import type { Random } from './random.ts'
import { timeOf } from './timeline.ts'

/** The document that a lake makes of an uploaded picture, with all that it finds out about it. */
export function assetDocument(
  seed: number,
  picture: Picture,
  index: number,
  count: number,
): GeneratedDocument {
  const random = randomFor(seed, 'asset document', index)
  const { sha1hash, width, height, extension } = picture
  const path = `images/local/production/${sha1hash}-${width}x${height}.${extension}`
  const fields = {
    _id: assetId(picture),
    _type: 'sanity.imageAsset',
    assetId: sha1hash,
    sha1hash,
    extension,
    mimeType: 'image/jpeg',
    originalFilename: `IMG_${1000 + index}.jpg`,
    path,
    url: `https://cdn.sanity.io/${path}`,
    size: random.integer(4_000, 400_000),
    uploadId: random.hexadecimal(32),
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: { _type: 'sanity.imageDimensions', width, height, aspectRatio: width / height },
      hasAlpha: false,
      isOpaque: true,
      lqip: `data:image/jpeg;base64,${Buffer.from(random.hexadecimal(600), 'hex').toString('base64')}`,
      palette: palette(random),
    },
  }
  return withSystemFields(random, fields, timeOf(index, count))
}

const swatches = ['dominant', 'vibrant', 'muted', 'darkVibrant', 'darkMuted', 'lightVibrant', 'lightMuted']

function palette(random: Random) {
  const swatch = () => ({
    _type: 'sanity.imagePaletteSwatch',
    background: `#${random.hexadecimal(6)}`,
    foreground: '#fff',
    title: '#fff',
    population: random.integer(0, 1000) / 100,
  })
  return {
    _type: 'sanity.imagePalette',
    ...Object.fromEntries(swatches.map((name) => [name, swatch()])),
  }
}
