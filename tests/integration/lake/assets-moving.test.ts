import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { get } from '../../support/http-get.ts'
import { test } from '../../support/lake.ts'
import { animation, colourAt } from '../../support/quadrants.ts'
import { made } from '../../support/transformed.ts'

describe('a picture that moves', () => {
  const delays = [100, 200, 300]
  const frames = ['red', 'green', 'blue']

  async function framesOf(bytes: Buffer, [left, top]: [number, number] = [1, 1]) {
    const {
      pages = 1,
      delay,
      loop,
      width: w,
      pageHeight,
      height: h,
    } = await sharp(bytes, { pages: -1 }).metadata()
    const seen = await Promise.all(
      Array.from({ length: pages }, (_, page) => colourAt(bytes, left, top, page)),
    )
    return { size: [w, pageHeight ?? h], delay, loop, seen }
  }

  test.for([
    ['gif', 'w=20', [20, 10]],
    ['gif', 'w=10&h=10&fit=crop', [10, 10]],
    ['gif', 'rect=10,0,20,20&w=40', [40, 40]],
    ['gif', 'flip=v', [40, 20]],
    ['gif', 'or=90', [20, 40]],
    ['gif', 'blur=20', [40, 20]],
    ['gif', 'w=20&h=20&fit=crop&crop=entropy', [20, 20]],
    ['gif', 'w=20&fm=webp', [20, 10]],
    ['gif', 'auto=format', [40, 20]],
    ['webp', 'w=20', [20, 10]],
  ] as const)(
    'as %s keeps moving with %s, and no frame bleeds into another',
    async ([format, query, size], { lake }) => {
      const bytes = await made(lake, await animation(format, delays), query, { accept: 'image/webp,*/*' })
      expect(await framesOf(bytes)).toEqual({ size, delay: delays, loop: 3, seen: frames })
      expect((await framesOf(bytes, [1, size[1] - 1])).seen).toEqual(frames)
    },
  )

  test.for([
    ['gif', 'frame=1', 'gif'],
    ['gif', 'frame=1&w=20', 'gif'],
    ['webp', 'frame=1', 'webp'],
    ['gif', 'fm=png', 'png'],
    ['gif', 'fm=jpg&w=20', 'jpeg'],
  ] as const)('as %s with %s shows its first frame', async ([format, query, result], { lake }) => {
    const bytes = await made(lake, await animation(format, delays), query)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: result })
    expect((await framesOf(bytes)).seen).toEqual(['red'])
  })

  test('has the size of one frame, and is delivered untouched', async ({ lake }) => {
    const bytes = await animation('gif', delays)
    const asset = await lake.client.assets.upload('image', bytes)
    expect(asset.metadata.dimensions).toMatchObject({ width: 40, height: 20 })
    expect((await get(asset.url)).bytes.equals(bytes)).toBe(true)
  })
})
