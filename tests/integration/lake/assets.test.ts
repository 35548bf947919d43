import { createHash } from 'node:crypto'
import sharp, { type Metadata } from 'sharp'
import { describe, expect } from 'vitest'
import { type TestLake, test } from '../../support/lake.ts'

const width = 160
const height = 90

/** Left half red, right half blue. */
async function picture(
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff',
  orientation?: number,
): Promise<Buffer> {
  const red = { create: { width: width / 2, height, channels: 3, background: '#ff0000' } } as const
  const image = sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: red, left: 0, top: 0 },
  ])
  return (orientation ? image.withMetadata({ orientation }) : image).removeAlpha().toFormat(format).toBuffer()
}

async function get(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ response: Response; bytes: Buffer }> {
  const response = await fetch(url, { headers })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

async function pixel(bytes: Buffer, left: number, top: number): Promise<'red' | 'blue' | 'other'> {
  const image = sharp(bytes).removeAlpha().extract({ left, top, width: 1, height: 1 })
  const [red = 0, green = 0, blue = 0] = await image.raw().toBuffer()
  if (green > 60) return 'other'
  if (red > 180 && blue < 80) return 'red'
  return blue > 180 && red < 80 ? 'blue' : 'other'
}

describe('a picture that is uploaded', () => {
  test.for([
    ['jpeg', 'jpg', 'image/jpeg'],
    ['png', 'png', 'image/png'],
    ['webp', 'webp', 'image/webp'],
    ['gif', 'gif', 'image/gif'],
    ['avif', 'avif', 'image/avif'],
    ['tiff', 'tif', 'image/tiff'],
  ] as const)(
    'as %s has a document with everything in it, and is kept byte for byte',
    async ([format, extension, mimeType], { lake }) => {
      const bytes = await picture(format)
      const hash = createHash('sha1').update(bytes).digest('hex')
      const asset = await lake.client.assets.upload('image', bytes, {
        filename: 'A picture.xyz',
        title: 'Title',
        source: { id: '1', name: 'tests', url: 'http://example.org/' },
      })
      expect(asset).toMatchObject({
        _id: `image-${hash}-160x90-${extension}`,
        _type: 'sanity.imageAsset',
        sha1hash: hash,
        assetId: hash,
        extension,
        mimeType,
        size: bytes.length,
        originalFilename: 'A picture.xyz',
        title: 'Title',
        source: { id: '1', name: 'tests', url: 'http://example.org/' },
        path: `images/local/production/${hash}-160x90.${extension}`,
        url: `${lake.url}/images/local/production/${hash}-160x90.${extension}`,
        metadata: {
          dimensions: { width: 160, height: 90, aspectRatio: 160 / 90 },
          // A GIF is always read with a channel for what shines through.
          hasAlpha: format === 'gif',
          isOpaque: true,
          lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
          palette: {
            dominant: { background: expect.stringMatching(/^#[0-9a-f]{6}$/), population: expect.any(Number) },
          },
        },
      })
      const { response, bytes: delivered } = await get(asset.url)
      expect(delivered.equals(bytes)).toBe(true)
      expect(response.headers.get('content-type')).toBe(mimeType)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      const again = await lake.client.assets.upload('image', bytes, { filename: 'another.jpg' })
      expect(again).toEqual(asset)
    },
  )

  test('has the address that the lake has now, whatever a writer says', async ({ lake }) => {
    const asset = await lake.client.assets.upload('image', await picture('png'))
    const old = { ...asset, url: 'http://127.0.0.1:1/old.png' }
    expect(await lake.client.createOrReplace(old)).toMatchObject({ url: asset.url })
    expect(await lake.client.patch(asset._id).set({ url: old.url }).commit()).toMatchObject({
      url: asset.url,
    })
  })

  test('is measured the right way up', async ({ lake }) => {
    const asset = await lake.client.assets.upload('image', await picture('jpeg', 6))
    expect(asset.metadata.dimensions).toMatchObject({ width: 90, height: 160 })
    const { bytes } = await get(`${asset.url}?w=90`)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 90, height: 160 })
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
    // Turned a quarter clockwise, what was left is now above.
    expect(await pixel(bytes, 45, 20)).toBe('red')
    expect(await pixel(bytes, 45, 140)).toBe('blue')
  })

  test('may shine through', async ({ lake }) => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer()
    const asset = await lake.client.assets.upload('image', clear)
    expect(asset.metadata).toMatchObject({
      hasAlpha: true,
      isOpaque: false,
      lqip: expect.stringMatching(/^data:image\/png/),
    })
  })

  test.for([
    ['text', Buffer.from('This is no picture')],
    ['nothing', Buffer.alloc(0)],
    ['the beginning of one', undefined],
  ] as const)('but is %s is refused', async ([, content], { lake }) => {
    const bytes = content ?? (await picture('png')).subarray(0, 60)
    await expect(lake.client.assets.upload('image', bytes, { filename: 'x.png' })).rejects.toMatchObject({
      statusCode: 400,
    })
    expect(await lake.client.fetch('count(*)')).toBe(0)
  })

  test('as HTML in disguise is not believed', async ({ lake }) => {
    const upload = lake.client.assets.upload('image', Buffer.from('<script>alert(1)</script>'), {
      contentType: 'image/png',
    })
    await expect(upload).rejects.toThrow('not a picture that can be read')
  })
})

describe('a picture that is asked for', () => {
  const cases: [query: string, expected: Partial<Metadata>, points?: [number, number, string][]][] = [
    [
      'w=80',
      { width: 80, height: 45, format: 'jpeg' },
      [
        [10, 20, 'red'],
        [70, 20, 'blue'],
      ],
    ],
    [
      'rect=80,0,80,90',
      { width: 80, height: 90 },
      [
        [5, 5, 'blue'],
        [75, 85, 'blue'],
      ],
    ],
    [
      'w=40&h=40&fit=crop&crop=left',
      { width: 40, height: 40 },
      [
        [5, 5, 'red'],
        [30, 30, 'red'],
      ],
    ],
    [
      'w=40&h=40&fit=crop&crop=focalpoint&fp-x=1&fp-y=0',
      { width: 40, height: 40 },
      [
        [10, 5, 'blue'],
        [35, 35, 'blue'],
      ],
    ],
    ['w=40&h=40&fit=crop&crop=entropy', { width: 40, height: 40 }],
    [
      'w=90&h=90&fit=fill&bg=00ff00&fm=png',
      { width: 90, height: 90, format: 'png' },
      [
        [45, 2, 'other'],
        [10, 45, 'red'],
        [80, 45, 'blue'],
      ],
    ],
    [
      'flip=h',
      { width: 160, height: 90 },
      [
        [10, 20, 'blue'],
        [150, 20, 'red'],
      ],
    ],
    ['fm=webp&w=16', { width: 16, height: 9, format: 'webp' }],
    ['fm=avif&w=16', { width: 16, height: 9 }],
    ['fm=pjpg&w=16', { width: 16, isProgressive: true }],
    ['w=20&dpr=2', { width: 40 }],
    ['w=9999&fit=max', {}],
    ['blur=50', { width: 160 }],
    ['sat=-100', { width: 160 }, [[10, 20, 'other']]],
    ['max-w=100', { width: 100 }],
  ]
  test.for(cases.filter(([query]) => query !== 'w=9999&fit=max'))(
    'with %s',
    async ([query, expected, points], { lake }) => {
      const asset = await lake.client.assets.upload('image', await picture('jpeg'))
      const { response, bytes } = await get(`${asset.url}?${query}`)
      expect(response.status).toBe(200)
      expect(await sharp(bytes).metadata()).toMatchObject(expected)
      for (const [left, top, colour] of points ?? []) expect(await pixel(bytes, left, top)).toBe(colour)
      const again = await get(`${asset.url}?${query}`)
      expect(again.bytes.equals(bytes)).toBe(true)
    },
  )

  test('in the format the receiver knows', async ({ lake }) => {
    const { url } = await lake.client.assets.upload('image', await picture('png'))
    const modern = await get(`${url}?auto=format`, { accept: 'image/avif,image/webp,*/*' })
    expect(modern.response.headers.get('content-type')).toBe('image/webp')
    expect(modern.response.headers.get('vary')).toContain('accept')
    const old = await get(`${url}?auto=format`, { accept: 'image/png' })
    expect(old.response.headers.get('content-type')).toBe('image/png')
  })

  test('with what nobody can mean is 400, and what is not there 404', async ({ lake }) => {
    const { url } = await lake.client.assets.upload('image', await picture('png'))
    expect((await get(`${url}?w=0`)).response.status).toBe(400)
    for (const name of [`${'0'.repeat(40)}-1x1.jpg`, '..%2f..%2ftoken', '%2e%2e%2ftoken', 'token']) {
      expect((await get(`${lake.url}/images/local/production/${name}`)).response.status).toBe(404)
      expect((await get(`${lake.url}/files/local/production/${name}`)).response.status).toBe(404)
    }
    expect((await get(url.replace('/production/', '/..%2fproduction/'))).response.status).toBe(404)
  })

  test('under a name for people, and to be saved', async ({ lake }) => {
    const { url } = await lake.client.assets.upload('image', await picture('png'))
    const { response } = await get(`${url}/an-evening.png?dl=${encodeURIComponent('Évening.png')}`)
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%C3%89vening.png")
  })
})

test('an SVG is measured, and can do nothing when it is opened', async ({ lake }) => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>alert(1)</script><rect width="30" height="20" fill="red"/></svg>',
  )
  const asset = await lake.client.assets.upload('image', svg, { filename: 'a.svg' })
  expect(asset).toMatchObject({
    extension: 'svg',
    mimeType: 'image/svg+xml',
    metadata: { dimensions: { width: 30, height: 20 } },
  })
  for (const query of ['', '?w=10', '?auto=format']) {
    const { response, bytes } = await get(asset.url + query)
    expect(bytes.equals(svg)).toBe(true)
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
  const drawn = await get(`${asset.url}?fm=png&w=15`)
  expect(await sharp(drawn.bytes).metadata()).toMatchObject({ format: 'png', width: 15, height: 10 })
})

test.for([
  ['Programme.PDF', 'application/pdf', 'pdf', null],
  ['page.html', 'text/html', 'html', 'sandbox'],
  ['no extension', 'text/plain', 'bin', 'sandbox'],
  ['../../etc/passwd', 'text/plain', 'bin', 'sandbox'],
] as const)(
  'the file %s is kept byte for byte',
  async ([filename, contentType, extension, policy], { lake }) => {
    const bytes = Buffer.from('Whatever is in it')
    const asset = await upload(lake, bytes, filename, contentType)
    expect(asset).toMatchObject({
      _type: 'sanity.fileAsset',
      extension,
      mimeType: contentType,
      originalFilename: filename,
    })
    const { response, bytes: delivered } = await get(asset.url)
    expect(delivered.equals(bytes)).toBe(true)
    expect(response.headers.get('content-type')).toBe(contentType)
    if (policy) expect(response.headers.get('content-security-policy')).toContain(policy)
    else expect(response.headers.get('content-security-policy')).toBeNull()
  },
)

function upload(lake: TestLake, bytes: Buffer, filename: string, contentType: string) {
  return lake.client.assets.upload('file', bytes, { filename, contentType })
}
