import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makePicture, picturesIn } from '../../../src/press/pictures.ts'

const colours = { red: [255, 0, 0], green: [0, 255, 0], blue: [0, 0, 255], white: [255, 255, 255] } as const

type Colour = keyof typeof colours

let cacheDir: string

beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'pictures-'))
})
afterEach(() => rmSync(cacheDir, { recursive: true }))

/** A photograph of 80×40 pixels as a camera stores it: red and green above blue and white. */
async function photograph(orientation: number): Promise<Uint8Array> {
  const quarter = (colour: Colour, left: number, top: number) => ({
    input: { create: { width: 40, height: 20, channels: 3 as const, background: rgb(colour) } },
    left,
    top,
  })
  return sharp({ create: { width: 80, height: 40, channels: 3, background: rgb('white') } })
    .composite([quarter('red', 0, 0), quarter('green', 40, 0), quarter('blue', 0, 20)])
    .withMetadata({ orientation })
    .png()
    .toBuffer()
}

function rgb(colour: Colour) {
  const [r, g, b] = colours[colour]
  return { r, g, b }
}

/** Size of a made file, and the colours in the middle of its quarters: above left and right, below left and right. */
async function seen(file: string) {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const colourAt = (x: number, y: number) => {
    const start = (Math.floor(y * height) * width + Math.floor(x * width)) * channels
    return nearest(data.subarray(start, start + 3))
  }
  const quarters = [colourAt(0.25, 0.25), colourAt(0.75, 0.25), colourAt(0.25, 0.75), colourAt(0.75, 0.75)]
  return { width, height, quarters: quarters.join(' ') }
}

function nearest(pixel: Uint8Array): string {
  const near = Object.entries(colours).filter(([, colour]) =>
    colour.every((value, channel) => Math.abs(value - (pixel[channel] ?? 0)) < 64),
  )
  return near.map(([name]) => name).join('/') || `something else (${pixel.join(' ')})`
}

const pictureOf = async (file: string, orientation = 1) => {
  const original = await photograph(orientation)
  return seen(await makePicture(file, cacheDir, async () => original))
}

describe('the file of a picture', () => {
  it.each([
    [1, '80x40', 'red green blue white'],
    [2, '80x40', 'green red white blue'],
    [3, '80x40', 'white blue green red'],
    [4, '80x40', 'blue white red green'],
    [5, '40x80', 'red blue green white'],
    [6, '40x80', 'blue red white green'],
    [7, '40x80', 'white green blue red'],
    [8, '40x80', 'green white red blue'],
  ])(
    'stands upright where the camera was held as EXIF’s orientation %i says',
    async (how, size, quarters) => {
      const [width = 0, height = 0] = size.split('x').map(Number)
      const file = `images/c0ffee-${size}-png/${width}.webp`
      expect(await pictureOf(file, how)).toEqual({ width, height, quarters })
    },
  )

  it.each([
    ['0-0-40-20', 'red red red red'],
    ['40-0-40-20', 'green green green green'],
    ['0-20-40-20', 'blue blue blue blue'],
    ['20-0-40-40', 'red green blue white'],
    ['40-0-40-40', 'green green white white'],
  ])('shows the part %s only', async (part, quarters) => {
    const picture = await pictureOf(`images/c0ffee-80x40-png/${part}/40.webp`)
    expect(picture).toMatchObject({ width: 40, quarters })
  })

  it('is cut after it was turned, since parts are given in pixels of the upright picture', async () => {
    // Upright, blue and red lie over white and green, each 20 wide and 40 high.
    expect(await pictureOf('images/c0ffee-40x80-png/20-0-20-80/20.webp', 6)).toEqual({
      width: 20,
      height: 80,
      quarters: 'red red green green',
    })
  })

  it('is as wide as its name says, in proportion', async () => {
    expect(await pictureOf('images/c0ffee-80x40-png/20.webp')).toMatchObject({ width: 20, height: 10 })
  })

  it('is a WebP without what the camera noted, such as the place', async () => {
    const original = await sharp(await photograph(6))
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer()
    const kept = await makePicture('images/c0ffee-40x80-png/40.webp', cacheDir, async () => original)
    const { format, exif, orientation } = await sharp(kept).metadata()
    expect({ format, exif, orientation }).toEqual({ format: 'webp', exif: undefined, orientation: undefined })
  })

  it('is made from the original that its name says, once', async () => {
    const asked: string[] = []
    const original = await photograph(1)
    const make = () =>
      makePicture('images/c0ffee-80x40-png/40.webp', cacheDir, async (assetId) => {
        asked.push(assetId)
        return original
      })
    expect(await make()).toBe(await make())
    expect(asked).toEqual(['image-c0ffee-80x40-png'])
  })

  it.each([
    ['a name that says no transform', 'images/c0ffee.webp', photograph(1), /name/],
    ['an original that is no picture', 'images/c0ffee-80x40-png/40.webp', Buffer.from('text'), /./],
  ])('is refused for %s', async (_, file, original, reason) => {
    await expect(makePicture(file, cacheDir, async () => original)).rejects.toThrow(reason)
  })
})

it('finds the pictures in a page, each once, and nothing that only looks like one', () => {
  const page = `<img src="/images/b-1x1-jpg/9.webp" srcset="/images/a-1x1-jpg/5.webp 5w, /images/b-1x1-jpg/9.webp 9w">
    <p>/images/holiday.webp</p><a href="https://blog.example/images/c-1x1-png/0-0-1-1/1.webp">x</a>`
  expect(picturesIn(page)).toEqual([
    'images/a-1x1-jpg/5.webp',
    'images/b-1x1-jpg/9.webp',
    'images/c-1x1-png/0-0-1-1/1.webp',
  ])
})
