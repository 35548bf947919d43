import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { get } from '../../support/http-get.ts'
import { test } from '../../support/lake.ts'
import { colourAt, quadrants } from '../../support/quadrants.ts'
import { check, made, type Point } from '../../support/transformed.ts'

const width = 160
const height = 80

describe('a picture from a camera', () => {
  test.for([1, 2, 3, 4, 5, 6, 7, 8])(
    'held as EXIF says with %i is the right way up',
    async (orientation, { lake }) => {
      const upright = quadrants(width, height)
      const bytes = await sharp(await upright.png().toBuffer())
        .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
        .withMetadata({ orientation })
        .toBuffer()
      const expected = await sharp(bytes).autoOrient().png().toBuffer()
      const { width: w, height: h } = await sharp(expected).metadata()
      const asset = await lake.client.assets.upload('image', bytes)
      expect(asset.metadata.dimensions).toMatchObject({ width: w, height: h })
      for (const query of ['q=95', `rect=0,0,${w},${h}&fm=png`]) {
        const { bytes: turned } = await get(`${asset.url}?${query}`)
        const points: Point[] = []
        for (const [left, top] of [
          [5, 5],
          [w - 5, 5],
          [5, h - 5],
          [w - 5, h - 5],
        ] as const) {
          points.push([left, top, await colourAt(expected, left, top)])
        }
        await check(turned, { width: w, height: h }, points)
      }
    },
  )

  test('tells nobody where it was taken once it is transformed', async ({ lake }) => {
    const gps = { GPSLatitudeRef: 'N', GPSLatitude: '59/1 56/1 5572/100', GPSLongitudeRef: 'E' }
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Kafé Hemlig</secret></x:xmpmeta>'
    const bytes = await quadrants(width, height)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Hemlig' }, IFD3: gps })
      .withXmp(xmp)
      .toBuffer()
    expect(await sharp(bytes).metadata()).toMatchObject({ exif: expect.any(Buffer), xmp: expect.any(Buffer) })
    for (const query of ['w=10', 'q=90', 'fm=png', 'fm=webp&w=20', 'fm=pjpg&rect=0,0,10,10', 'auto=format']) {
      const transformed = await made(lake, bytes, query, { accept: 'image/webp' })
      const metadata = await sharp(transformed).metadata()
      for (const kind of ['exif', 'xmp', 'iptc', 'comments', 'orientation']) {
        expect(metadata).not.toHaveProperty(kind)
      }
      expect(transformed.includes('Hemlig')).toBe(false)
    }
    expect((await made(lake, bytes, '')).equals(bytes)).toBe(true)
  })
})
