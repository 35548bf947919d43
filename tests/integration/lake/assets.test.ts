import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isBlurhashValid } from 'blurhash'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { get } from '../../support/http-get.ts'
import { type TestLake, test } from '../../support/lake.ts'
import { quadrants } from '../../support/quadrants.ts'

const picture = () => quadrants(160, 90)

function sha1(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex')
}

const swatch = {
  _type: 'sanity.imagePaletteSwatch',
  background: expect.stringMatching(/^#[0-9a-f]{6}$/),
  foreground: expect.stringMatching(/^#(000|fff)$/),
  title: expect.stringMatching(/^#(000|fff)$/),
  population: expect.any(Number),
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
      const bytes = await picture().toFormat(format).toBuffer()
      const hash = sha1(bytes)
      const asset = await lake.client.assets.upload('image', bytes, { filename: 'A picture.xyz' })
      expect(asset).toEqual({
        _id: `image-${hash}-160x90-${extension}`,
        _type: 'sanity.imageAsset',
        _rev: expect.any(String),
        _createdAt: expect.any(String),
        _updatedAt: expect.any(String),
        sha1hash: hash,
        assetId: hash,
        uploadId: expect.stringMatching(/^\w{22,}$/),
        extension,
        mimeType,
        size: bytes.length,
        originalFilename: 'A picture.xyz',
        path: `images/local/production/${hash}-160x90.${extension}`,
        url: `${lake.url}/images/local/production/${hash}-160x90.${extension}`,
        metadata: {
          _type: 'sanity.imageMetadata',
          dimensions: { _type: 'sanity.imageDimensions', width: 160, height: 90, aspectRatio: 160 / 90 },
          // A GIF is always read with a channel for what shines through.
          hasAlpha: format === 'gif',
          isOpaque: true,
          lqip: expect.stringMatching(format === 'png' ? /^data:image\/png;/ : /^data:image\/jpeg;/),
          blurHash: expect.any(String),
          palette: expect.objectContaining({
            _type: 'sanity.imagePalette',
            dominant: swatch,
            vibrant: swatch,
          }),
        },
      })
      const lqip = Buffer.from(asset.metadata.lqip?.split(',')[1] ?? '', 'base64')
      expect(await sharp(lqip).metadata()).toMatchObject({ width: 20, height: 11 })
      expect(isBlurhashValid(asset.metadata.blurHash ?? '').result).toBe(true)
      const { bytes: delivered, headers } = await get(asset.url)
      expect(delivered.equals(bytes)).toBe(true)
      expect(headers.get('content-type')).toBe(mimeType)
      expect(await lake.client.getDocument(asset._id)).toEqual(asset)
    },
  )

  test('takes the fields that its sender gives it', async ({ lake }) => {
    const fields = {
      label: 'Label',
      title: 'Évening',
      description: 'What is to be seen',
      creditLine: 'Photo: somebody',
      source: { id: '1', name: 'tests', url: 'http://example.org/' },
    }
    const asset = await lake.client.assets.upload('image', await picture().png().toBuffer(), {
      ...fields,
      tag: 'x',
    })
    expect(asset).toMatchObject(fields)
    expect(asset).not.toHaveProperty('originalFilename')
  })

  test('has blurHash components as the hosted API chooses them', async ({ lake }) => {
    // The first character says how many there are across and down.
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    for (const [width, height, across, down] of [
      [3840, 2160, 5, 3],
      [4000, 3000, 5, 4],
      [2132, 1876, 5, 5],
      [3024, 4032, 4, 5],
    ] as const) {
      const bytes = await quadrants(width / 2, height / 2)
        .jpeg()
        .toBuffer()
      const { metadata } = await lake.client.assets.upload('image', bytes)
      expect(alphabet.indexOf(metadata.blurHash?.[0] ?? '')).toBe(across - 1 + (down - 1) * 9)
    }
  })

  test('may shine through', async ({ lake }) => {
    const clear = { width: 8, height: 8, channels: 4, background: '#ff000080' } as const
    const asset = await lake.client.assets.upload('image', await sharp({ create: clear }).webp().toBuffer())
    expect(asset.metadata).toMatchObject({
      hasAlpha: true,
      isOpaque: false,
      lqip: expect.stringMatching(/^data:image\/png/),
    })
  })

  test('has the address that the lake has now, whatever a writer says', async ({ lake }) => {
    const asset = await lake.client.assets.upload('image', await picture().png().toBuffer())
    const old = { ...asset, url: 'http://127.0.0.1:1/old.png' }
    expect(await lake.client.createOrReplace(old)).toMatchObject({ url: asset.url })
    expect(await lake.client.patch(asset._id).set({ url: old.url }).commit()).toMatchObject({
      url: asset.url,
    })
  })
})

describe('what is found out about a picture', () => {
  const gps = {
    GPSLatitudeRef: 'S',
    GPSLatitude: '59/1 56/1 5572/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '10/1 52/1 408/100',
    GPSAltitude: '28/10',
  }
  const photograph = () =>
    picture()
      .jpeg()
      .withExif({
        IFD0: { Make: 'Tests', Model: 'One', DateTime: '2026:10:08 19:00:00' },
        IFD2: { FNumber: '18/10', ISOSpeedRatings: '250', DateTimeOriginal: '2026:10:08 19:00:00' },
        IFD3: gps,
      })
      .toBuffer()

  test.for([
    [undefined, ['lqip', 'blurHash', 'palette']],
    [[], []],
    [['none'], []],
    [['palette'], ['palette']],
    [
      ['lqip', 'thumbhash'],
      ['lqip', 'thumbHash'],
    ],
    [
      ['image', 'exif', 'location'],
      ['image', 'exif', 'location'],
    ],
  ] as const)('with extract %j is %j', async ([extract, fields], { lake }) => {
    const options = extract && { extract: [...extract] }
    const { metadata } = await lake.client.assets.upload('image', await photograph(), options)
    const always = ['_type', 'dimensions', 'hasAlpha', 'isOpaque']
    expect(Object.keys(metadata).sort()).toEqual([...always, ...fields].sort())
  })

  test('from the camera has the names that the hosted API gives it', async ({ lake }) => {
    const { metadata } = await lake.client.assets.upload('image', await photograph(), {
      extract: ['image', 'exif', 'location'],
    })
    expect(metadata).toMatchObject({
      image: {
        _type: 'sanity.imageExifTags',
        Make: 'Tests',
        Model: 'One',
        ModifyDate: '2026-10-08T19:00:00.000Z',
      },
      exif: {
        _type: 'sanity.imageExifMetadata',
        FNumber: 1.8,
        ISO: 250,
        DateTimeOriginal: '2026-10-08T19:00:00.000Z',
      },
      location: { _type: 'geopoint', lat: -59.948811111111105, lng: -10.8678, alt: 2.8 },
    })
  })

  test('is refused where it is not known', async ({ lake }) => {
    const address = `${lake.url}/v2025-02-19/assets/images/production?meta=dimensions`
    const headers = { authorization: `Bearer ${lake.token}` }
    const answer = await fetch(address, { method: 'POST', headers, body: new Uint8Array(await photograph()) })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/^Parameter "meta" must be/) })
  })
})

describe('the same bytes', () => {
  test('twice give one document, and keep what the first sender said', async ({ lake }) => {
    const bytes = await picture().png().toBuffer()
    const first = await lake.client.assets.upload('image', bytes, { filename: 'first.png', title: 'First' })
    const second = await lake.client.assets.upload('image', bytes, {
      filename: 'second.png',
      title: 'Second',
    })
    expect(second).toEqual(first)
    expect(await lake.client.fetch('count(*)')).toBe(1)
  })

  test('at the same time give one document', async ({ lake }) => {
    const bytes = await picture().png().toBuffer()
    const all = await Promise.all(Array.from({ length: 8 }, () => lake.client.assets.upload('image', bytes)))
    for (const asset of all) expect(asset).toEqual(all[0])
    expect(await lake.client.fetch('count(*)')).toBe(1)
    expect(await readdir(path.join(lake.dataDir, 'assets', '.arriving'))).toEqual([])
  })

  test('in another dataset give a document there', async ({ lake }) => {
    await lake.client.datasets.create('other')
    const bytes = await picture().png().toBuffer()
    const here = await lake.client.assets.upload('image', bytes)
    const there = await lake.client.withConfig({ dataset: 'other' }).assets.upload('image', bytes)
    expect(there._id).toBe(here._id)
    expect(there.url).toBe(here.url.replace('/production/', '/other/'))
    expect((await get(there.url)).bytes.equals(bytes)).toBe(true)
  })

  test('mend a document whose file was lost', async ({ lake }) => {
    const bytes = await picture().png().toBuffer()
    const asset = await lake.client.assets.upload('image', bytes)
    await rm(path.join(lake.dataDir, 'assets', 'production', path.basename(asset.path)))
    expect((await get(asset.url)).status).toBe(404)
    await lake.client.assets.upload('image', bytes)
    expect((await get(asset.url)).bytes.equals(bytes)).toBe(true)
  })
})

describe('a body', () => {
  test.for(['buffer', 'blob', 'file', 'stream'] as const)('may be a %s', async (kind, { lake }) => {
    const bytes = await picture().png().toBuffer()
    const place = path.join(lake.dataDir, 'upload.png')
    await writeFile(place, bytes)
    const bodies = {
      buffer: () => bytes,
      blob: () => new Blob([new Uint8Array(bytes)], { type: 'image/png' }),
      file: () => new File([new Uint8Array(bytes)], 'evening.png', { type: 'image/png' }),
      stream: () => createReadStream(place),
    }
    const asset = await lake.client.assets.upload('image', bodies[kind]())
    expect(asset).toMatchObject({ sha1hash: sha1(bytes), mimeType: 'image/png', size: bytes.length })
    expect(asset.originalFilename).toBe(kind === 'file' ? 'evening.png' : undefined)
  })

  test('that is a File gives its name and type, unless they are to be forgotten', async ({ lake }) => {
    const file = (text: string) => new File([text], 'notes.txt', { type: 'text/plain' })
    expect(await lake.client.assets.upload('file', file('one'))).toMatchObject({
      originalFilename: 'notes.txt',
      extension: 'txt',
      mimeType: 'text/plain',
    })
    const forgotten = await lake.client.assets.upload('file', file('two'), { preserveFilename: false })
    expect(forgotten).not.toHaveProperty('originalFilename')
    expect(forgotten).toMatchObject({ extension: 'txt', mimeType: 'text/plain' })
  })
})

test.for([
  ['Programme.PDF', 'application/pdf', 'pdf', 'application/pdf'],
  ['Programme.PDF', undefined, 'pdf', 'application/pdf'],
  ['evening.mp3', 'application/octet-stream', 'mp3', 'audio/mpeg'],
  ['page.html', 'text/html', 'html', 'text/html'],
  ['page.html', 'text/html; charset=utf-8', 'html', 'text/html'],
  ['no extension', 'text/csv', 'csv', 'text/csv'],
  [undefined, 'application/zip', 'zip', 'application/zip'],
  [undefined, undefined, 'bin', 'application/octet-stream'],
  ['what.is-this', 'nonsense', 'bin', 'application/octet-stream'],
  ['../../etc/passwd', 'text/plain', 'txt', 'text/plain'],
  ['backup.tar.gz', 'application/gzip', 'gz', 'application/gzip'],
  ['picture.png', 'image/png', 'png', 'image/png'],
] as const)(
  'the file %s of type %s is kept byte for byte',
  async ([filename, contentType, extension, mimeType], { lake }) => {
    const bytes = Buffer.from('Whatever is in it')
    const asset = await lake.client.assets.upload('file', bytes, { filename, contentType })
    const hash = sha1(bytes)
    expect(asset).toEqual({
      _id: `file-${hash}-${extension}`,
      _type: 'sanity.fileAsset',
      _rev: expect.any(String),
      _createdAt: expect.any(String),
      _updatedAt: expect.any(String),
      assetId: hash,
      sha1hash: hash,
      uploadId: expect.any(String),
      extension,
      mimeType,
      size: bytes.length,
      ...(filename && { originalFilename: filename }),
      path: `files/local/production/${hash}.${extension}`,
      url: `${lake.url}/files/local/production/${hash}.${extension}`,
    })
    const { bytes: delivered, headers } = await get(asset.url)
    expect(delivered.equals(bytes)).toBe(true)
    expect(headers.get('content-type')).toBe(mimeType)
  },
)

test('nothing can be uploaded without the token, or to a dataset that is not there', async ({ lake }) => {
  const bytes = Buffer.from('Whatever is in it')
  await expect(lake.anonymous.assets.upload('file', bytes)).rejects.toMatchObject({ statusCode: 401 })
  const nowhere = lake.client.withConfig({ dataset: 'nowhere' }).assets.upload('file', bytes)
  await expect(nowhere).rejects.toMatchObject({ statusCode: 404 })
  expect(await stored(lake)).toEqual([])
})

async function stored(lake: TestLake): Promise<string[]> {
  const names = await readdir(path.join(lake.dataDir, 'assets'), { recursive: true })
  return names.filter((name) => name !== '.arriving')
}
