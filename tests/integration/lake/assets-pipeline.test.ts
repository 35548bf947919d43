import { readFile } from 'node:fs/promises'
import { createImageUrlBuilder } from '@sanity/image-url'
import sharp, { type Metadata } from 'sharp'
import { describe, expect } from 'vitest'
import { get } from '../../support/http-get.ts'
import { test } from '../../support/lake.ts'
import { colourAt, quadrants } from '../../support/quadrants.ts'
import { check, made, type Point } from '../../support/transformed.ts'

const width = 160
const height = 80

type Case = [query: string, expected: Partial<Metadata>, points?: Point[]]

describe('a picture that is red, green, blue and yellow, from above left to below right', () => {
  const cases: Case[] = [
    [
      'w=80',
      { width: 80, height: 40, format: 'png' },
      [
        [38, 18, 'red'],
        [42, 18, 'green'],
        [38, 22, 'blue'],
        [42, 22, 'yellow'],
      ],
    ],
    ['w=320', { width: 320, height: 160 }, [[316, 156, 'yellow']]],
    ['w=320&fit=max', { width, height }],
    [
      'rect=80,0,80,40',
      { width: 80, height: 40 },
      [
        [0, 0, 'green'],
        [79, 39, 'green'],
      ],
    ],
    [
      'rect=70,30,20,20',
      { width: 20, height: 20 },
      [
        [9, 9, 'red'],
        [10, 9, 'green'],
        [9, 10, 'blue'],
        [10, 10, 'yellow'],
      ],
    ],
    [
      'w=80&h=80&fit=crop',
      { width: 80, height: 80 },
      [
        [39, 39, 'red'],
        [40, 39, 'green'],
        [40, 40, 'yellow'],
      ],
    ],
    [
      'w=40&h=40&fit=crop&crop=left',
      { width: 40, height: 40 },
      [
        [0, 0, 'red'],
        [37, 17, 'red'],
        [37, 37, 'blue'],
      ],
    ],
    ['w=40&h=40&fit=crop&crop=right', { width: 40, height: 40 }, [[2, 2, 'green']]],
    ['w=160&h=40&fit=crop&crop=top', { width: 160, height: 40 }, [[79, 39, 'red']]],
    [
      'w=160&h=40&fit=crop&crop=bottom,left',
      { width: 160, height: 40 },
      [
        [0, 0, 'blue'],
        [80, 0, 'yellow'],
      ],
    ],
    [
      'w=80&h=80&fit=crop&crop=focalpoint&fp-x=0.625&fp-y=0',
      { width: 80, height: 80 },
      [
        [19, 0, 'red'],
        [20, 0, 'green'],
      ],
    ],
    [
      'w=90&h=90&fit=fill&bg=fff',
      { width: 90, height: 90 },
      [
        [45, 20, 'white'],
        [2, 30, 'red'],
        [87, 60, 'yellow'],
        [45, 70, 'white'],
      ],
    ],
    [
      'w=200&h=100&fit=fillmax&bg=ff00',
      { width: 200, height: 100 },
      [
        [19, 50, 'red'],
        [20, 11, 'red'],
        [20, 60, 'blue'],
        [180, 60, 'red'],
      ],
    ],
    ['w=40&h=40&fit=scale', { width: 40, height: 40 }, [[37, 37, 'yellow']]],
    ['w=40&h=40&fit=min', { width: 40, height: 40 }, [[37, 37, 'yellow']]],
    ['w=400&h=400&fit=min', { width: 80, height: 80 }],
    [
      'flip=h',
      { width, height },
      [
        [0, 0, 'green'],
        [159, 79, 'blue'],
      ],
    ],
    ['flip=v', { width, height }, [[0, 0, 'blue']]],
    ['flip=hv', { width, height }, [[0, 0, 'yellow']]],
    [
      'or=90',
      { width: 80, height: 160 },
      [
        [0, 0, 'blue'],
        [79, 0, 'red'],
        [0, 159, 'yellow'],
      ],
    ],
    ['or=180', { width, height }, [[0, 0, 'yellow']]],
    ['or=270', { width: 80, height: 160 }, [[0, 0, 'green']]],
    [
      'or=90&rect=0,0,80,40&w=10',
      { width: 10, height: 20 },
      [
        [0, 0, 'red'],
        [9, 19, 'red'],
      ],
    ],
    ['or=90&w=40&h=40&fit=crop&crop=top', { width: 40, height: 40 }, [[37, 37, 'red']]],
    [
      'pad=10&bg=00f',
      { width: 180, height: 100 },
      [
        [9, 9, 'blue'],
        [10, 10, 'red'],
        [169, 89, 'yellow'],
        [170, 90, 'blue'],
      ],
    ],
    ['w=20&dpr=2', { width: 40, height: 20 }],
    ['w=20&h=20&dpr=3&fit=crop', { width: 60, height: 60 }],
    ['invert=true', { width, height }, [[150, 70, 'blue']]],
    ['invert=false', { width, height }, [[150, 70, 'yellow']]],
    ['sat=-100', { width, height }, [[4, 4, 'grey']]],
    ['sat=50', { width, height }, [[4, 4, 'red']]],
    ['blur=50', { width, height }, [[80, 40, 'other']]],
    ['blur=2000&w=20', { width: 20 }],
    ['sharp=100', { width, height }, [[4, 4, 'red']]],
    ['max-w=80', { width, height }],
    ['max-w=80&fit=crop', { width: 80, height: 40 }],
    ['max-w=80&min-h=80&fit=crop', { width: 80, height: 80 }],
    ['fm=webp&w=16', { width: 16, height: 8, format: 'webp' }],
    ['fm=jpg&w=16', { width: 16, format: 'jpeg', isProgressive: false }],
    ['fm=pjpg&w=16', { width: 16, format: 'jpeg', isProgressive: true }],
    ['w=16&unknown=1&colorquant=9', { width: 16, format: 'png' }],
  ]
  test.for(cases)('with %s', async ([query, expected, points], { lake }) => {
    await check(await made(lake, await quadrants(width, height).png().toBuffer(), query), expected, points)
  })

  test('is the same the second time', async ({ lake }) => {
    const picture = await quadrants(width, height).jpeg().toBuffer()
    expect(await made(lake, picture, 'w=33')).toEqual(await made(lake, picture, 'w=33'))
  })

  test('has its most detailed part kept with crop=entropy, out of the rectangle', async ({ lake }) => {
    const noise = {
      width: 40,
      height: 80,
      channels: 3,
      background: '#000000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    } as const
    const detail = await sharp({ create: noise }).png().toBuffer()
    const plain = { create: { width: 320, height: 80, channels: 3, background: '#ff0000' } } as const
    const picture = await sharp(plain)
      .composite([
        { input: detail, left: 280, top: 0 },
        { input: detail, left: 120, top: 0 },
      ])
      .png()
      .toBuffer()
    const bytes = await made(lake, picture, 'rect=0,0,160,80&w=40&h=80&fit=crop&crop=entropy')
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, height: 80 })
    expect(await colourAt(bytes, 20, 40)).not.toBe('red')
  })
})

describe('transparent parts', () => {
  const clear = () =>
    sharp({ create: { width: 8, height: 8, channels: 4, background: '#ff000000' } })
      .png()
      .toBuffer()
  test.for([
    ['w=4', 'clear'],
    ['w=4&bg=00f', 'blue'],
    ['w=4&bg=0000', 'clear'],
    ['w=4&fm=jpg', 'white'],
    ['w=4&fm=jpg&bg=00f', 'blue'],
    ['w=8&h=4&fit=fill', 'clear'],
    ['pad=2&fm=webp', 'clear'],
  ] as const)('with %s are %s', async ([query, colour], { lake }) => {
    expect(await colourAt(await made(lake, await clear(), query), 1, 1)).toBe(colour)
  })
})

describe('the addresses that @sanity/image-url makes', () => {
  const crop = { left: 0.5, top: 0, right: 0, bottom: 0.5 }
  const hotspot = { x: 0.9, y: 0.9, width: 0.2, height: 0.2 }

  test('show the crop and the hotspot of a field, to the pixel', async ({ lake }) => {
    const { _id, url } = await lake.client.assets.upload(
      'image',
      await quadrants(width, height).png().toBuffer(),
    )
    const builder = createImageUrlBuilder(lake.client)
    const field = { asset: { _ref: _id } }
    expect(builder.image(field).url()).toBe(url)
    const cropped = (await get(builder.image({ ...field, crop }).url())).bytes
    await check(cropped, { width: 80, height: 40 }, [
      [0, 0, 'green'],
      [79, 39, 'green'],
    ])
    const focused = (
      await get(
        builder
          .image({ ...field, hotspot })
          .size(80, 80)
          .url(),
      )
    ).bytes
    await check(focused, { width: 80, height: 80 }, [
      [0, 0, 'green'],
      [79, 79, 'yellow'],
    ])
    const everything = builder
      .image(field)
      .rect(0, 0, 80, 80)
      .size(30, 20)
      .fit('crop')
      .crop('top')
      .dpr(2)
      .blur(1)
      .sharpen(1)
      .quality(50)
      .format('webp')
      .orientation(90)
      .flipHorizontal()
      .flipVertical()
      .invert(true)
      .saturation(-100)
      .bg('fff')
      .pad(5)
      .maxWidth(100)
      .minHeight(1)
      .frame(1)
      .vanityName('evening.webp')
      .forceDownload('evening.webp')
    const answer = await get(everything.url())
    expect(answer.headers.get('content-disposition')).toContain('filename="evening.webp"')
    await check(answer.bytes, { width: 80, height: 60, format: 'webp' })
  })
})

describe('formats that are asked for', () => {
  test('follow what the receiver says it knows, and caches are told so', async ({ lake }) => {
    const { url } = await lake.client.assets.upload('image', await quadrants(width, height).png().toBuffer())
    const modern = await get(`${url}?auto=format`, { accept: 'image/avif,image/webp,*/*' })
    expect(modern.headers.get('content-type')).toBe('image/webp')
    expect(modern.headers.get('vary')).toContain('accept')
    const old = await get(`${url}?auto=format`, { accept: 'image/png' })
    expect(old.headers.get('content-type')).toBe('image/png')
    expect(old.headers.get('etag')).not.toBe(modern.headers.get('etag'))
    expect((await get(`${url}?w=9`)).headers.get('vary')).not.toContain('accept')
  })

  test('are drawn out of an SVG, which is else delivered as it is', async ({ lake }) => {
    const svg = await readFile(new URL('../../../public/favicon.svg', import.meta.url))
    expect((await made(lake, svg, 'w=10')).equals(svg)).toBe(true)
    expect((await made(lake, svg, 'auto=format', { accept: 'image/webp' })).equals(svg)).toBe(true)
    await check(await made(lake, svg, 'fm=png&w=15'), { format: 'png', width: 15 })
  })

  test('keep to the format of the original', async ({ lake }) => {
    for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const) {
      const bytes = await quadrants(width, height).toFormat(format).toBuffer()
      await check(await made(lake, bytes, 'w=16'), { width: 16, format: format === 'avif' ? 'heif' : format })
    }
  })
})

test('a parameter that nobody can mean is 400 in the form of the hosted API', async ({ lake }) => {
  const { url } = await lake.client.assets.upload('image', await quadrants(width, height).png().toBuffer())
  for (const [query, message] of [
    ['w=ten', 'Parameter "w" must be a valid integer'],
    ['rect=160,0,9,9', 'Parameter "rect" must lie inside the picture, which has 160 by 80 pixels'],
  ]) {
    const { status, bytes } = await get(`${url}?${query}`)
    expect([status, JSON.parse(bytes.toString())]).toEqual([
      400,
      { statusCode: 400, error: 'Bad Request', message },
    ])
  }
})

test('a burst of requests makes each picture once, and others are answered meanwhile', async ({ lake }) => {
  const { url } = await lake.client.assets.upload('image', await quadrants(2000, 1000).jpeg().toBuffer())
  const widths = Array.from({ length: 12 }, (_, index) => 600 + index)
  // The first query of all starts a thread, which takes longer than the burst.
  await lake.client.fetch('count(*)')
  const burst = Promise.all([...widths, ...widths].map((w) => get(`${url}?w=${w}&fm=webp`)))
  const order: string[] = []
  const query = lake.client.fetch('count(*)').then(() => order.push('query'))
  await Promise.all([burst.then(() => order.push('burst')), query])
  expect(order).toEqual(['query', 'burst'])
  const answers = await burst
  for (const [index, w] of widths.entries()) {
    expect(answers[index]?.bytes.equals(answers[index + widths.length]?.bytes ?? Buffer.alloc(0))).toBe(true)
    expect(await sharp(answers[index]?.bytes).metadata()).toMatchObject({ width: w })
  }
})
