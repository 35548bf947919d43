import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileAddress, imageAddressFor } from '../../../src/cms/image-addresses.ts'
import { imageAssetDocument, image as imageSchema } from '../../../src/cms/schemas/image.ts'
import { makePicture } from '../../../src/press/pictures.ts'
import { createPictureMaker, type PicturePlace } from '../../../src/site/pictures.ts'
import { ref, storedAsset } from '../../support/documents.ts'

let cacheDir: string

beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'pictures-'))
})
afterEach(() => rmSync(cacheDir, { recursive: true }))

const [width, height] = [240, 160]
const asset = imageAssetDocument.parse(storedAsset('c0ffee', width, height))

/** Each pixel says where it is: red counts from the left, green from above. */
function ruler(): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels.set([x, y, 0], (y * width + x) * 3)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

const stored = (fields: object) => imageSchema.parse({ asset: ref(asset._id), alt: 'A ruler', ...fields })

/** Which pixel of the original the corners of the made file were, and how large it is. */
async function corners(fields: object, place: PicturePlace) {
  const picture = createPictureMaker(() => asset, fileAddress)(stored(fields), place)
  if (!picture) throw new Error('no picture')
  const original = await ruler()
  const file = await makePicture(picture.src.slice(1), cacheDir, async () => original)
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 2),
  ]
  return {
    picture,
    size: [info.width, info.height],
    first: at(0, 0),
    last: at(info.width - 1, info.height - 1),
  }
}

/** WebP keeps colours a little less than exactly; a pixel too far left or too high would be a level off throughout. */
const near = ([x = 0, y = 0]: number[], [wantedX, wantedY]: [number, number]) =>
  Math.abs(x - wantedX) <= 4 && Math.abs(y - wantedY) <= 4

describe('what an organiser chose of a picture is what its file shows', () => {
  it.each<[string, object, PicturePlace, [number, number], [number, number]]>([
    ['the whole', {}, { widths: [240] }, [0, 0], [239, 159]],
    [
      'a crop',
      { crop: { left: 0.25, right: 0.125, top: 0.1, bottom: 0.2 } },
      { widths: [240] },
      [60, 16],
      [209, 127],
    ],
    ['a square from the middle', {}, { widths: [240], ratio: 1 }, [40, 0], [199, 159]],
    [
      'a square around the hotspot',
      { hotspot: { x: 0.4, y: 0.5, width: 0.2, height: 0.2 } },
      { widths: [240], ratio: 1 },
      [16, 0],
      [175, 159],
    ],
    [
      'a strip around the hotspot, inside of the crop',
      {
        crop: { left: 0.25, right: 0.25, top: 0.25, bottom: 0 },
        hotspot: { x: 0.5, y: 0.3, width: 0.2, height: 0.2 },
      },
      { widths: [240], ratio: 4 },
      [60, 40],
      [179, 69],
    ],
  ])('%s', async (_, fields, place, first, last) => {
    const { picture, size, ...seen } = await corners(fields, place)
    expect(size).toEqual([last[0] - first[0] + 1, last[1] - first[1] + 1])
    expect([picture.width, picture.height]).toEqual(size)
    expect(near(seen.first, first), `first ${seen.first}`).toBe(true)
    expect(near(seen.last, last), `last ${seen.last}`).toBe(true)
  })

  it('and the image CDN is asked for the same pixels', () => {
    const fields = { crop: { left: 0.25, right: 0.125, top: 0.1, bottom: 0.2 } }
    const picture = createPictureMaker(() => asset, imageAddressFor(false))(stored(fields), {
      widths: [100, 240],
    })
    expect(new URL(picture?.src ?? '').searchParams.get('rect')).toBe('60,16,150,112')
    expect(picture?.srcset).toMatch(/w=100&fit=max&auto=format 100w, .*w=150&fit=max&auto=format 150w$/)
  })
})

it('a picture that one can see through has no colour behind it', () => {
  const palette = { dominant: { background: '#c9673c' } }
  const colourOf = (metadata: object) => {
    const dimensions = { width, height }
    const seen = imageAssetDocument.parse({
      ...storedAsset('c0ffee', width, height),
      metadata: { dimensions, palette, ...metadata },
    })
    return createPictureMaker(() => seen, fileAddress)(stored({}), { widths: [100] })?.colour
  }
  expect(colourOf({ isOpaque: true })).toBe('#c9673c')
  expect(colourOf({})).toBe('#c9673c')
  expect(colourOf({ isOpaque: false })).toBeUndefined()
})
