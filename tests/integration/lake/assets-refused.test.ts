import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import path from 'node:path'
import { crc32, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { type TestLake, test } from '../../support/lake.ts'
import { quadrants } from '../../support/quadrants.ts'

const invalid = 'Invalid image, could not read metadata: '
const advice = 'Upload it as JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG.'
const unreadable = `${invalid}The file is not a picture that can be read`

function drawing(content: string, attributes = 'width="9" height="9"'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`)
}

/** A small file that says it is enormous. */
async function bomb(side: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(side, 16)
  png.writeUInt32BE(side, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

/** The beginning of what an iPhone makes. */
function heic(): Buffer {
  const ftyp = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  return Buffer.concat([ftyp, Buffer.alloc(500)])
}

/** Ten to the seventh power characters out of seven lines. */
function manyLaughs(): Buffer {
  const names = [...'abcdefg']
  const entities = names.map((name, index) => {
    const before = names[index - 1]
    return `<!ENTITY ${name} "${(before ? `&${before};` : 'ha').repeat(10)}">`
  })
  const doctype = `<!DOCTYPE svg [${entities.join('')}]>`
  return Buffer.concat([Buffer.from(doctype), drawing('<text>&g;</text>')])
}

function foreignEntity(): Buffer {
  const doctype = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
  return Buffer.concat([Buffer.from(doctype), drawing('<text>&a;</text>')])
}

async function nothingIsKept(lake: TestLake): Promise<void> {
  expect(await lake.client.fetch('count(*)')).toBe(0)
  const names = await readdir(path.join(lake.dataDir, 'assets'), { recursive: true })
  expect(names.filter((name) => name !== '.arriving')).toEqual([])
}

describe('a picture is refused, and nothing of it is kept, where it is', () => {
  const cases: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['a text', () => Buffer.from('This is no picture'), `${unreadable}, or it is damaged. ${advice}`],
    ['a page in disguise', () => Buffer.from('<script>alert(1)</script>'), unreadable],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), unreadable],
    [
      'random',
      () => Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919) % 256)),
      unreadable,
    ],
    ['from an iPhone', heic, `${invalid}HEIC pictures, as iPhones take them, cannot be read here. ${advice}`],
    ['a compressed drawing', () => gzipSync(drawing('')), `${unreadable}. ${advice}`],
    [
      'a bomb of 2.5 gigapixels',
      () => bomb(50_000),
      `${invalid}it has more than 150 million pixels. Upload a smaller one.`,
    ],
    [
      'an enormous drawing',
      () => drawing('', 'width="99999" height="99999"'),
      `${invalid}it has more than 150 million pixels`,
    ],
    ['a drawing full of laughs', manyLaughs, unreadable],
    ['a drawing that wants another file', foreignEntity, unreadable],
    [
      'a drawing that is not closed',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'),
      unreadable,
    ],
    ['empty', () => Buffer.alloc(0), 'The file is empty'],
  ]
  test.for(cases)('%s', async ([, make, message], { lake }) => {
    const bytes = await make()
    await expect(
      lake.client.assets.upload('image', bytes, { contentType: 'image/png' }),
    ).rejects.toMatchObject({
      statusCode: 400,
      response: {
        body: { statusCode: 400, error: 'Bad Request', message: expect.stringContaining(message) },
      },
    })
    await nothingIsKept(lake)
    expect(lake.reports).toEqual([])
  })

  test.for(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const)(
    '%s, but only half of it',
    async (format, { lake }) => {
      const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
      const create = { width: 300, height: 300, channels: 3, background: '#000', noise } as const
      const whole = await sharp({ create }).toFormat(format).toBuffer()
      const half = whole.subarray(0, Math.floor(whole.length / 2))
      await expect(lake.client.assets.upload('image', half)).rejects.toThrow(unreadable)
      await nothingIsKept(lake)
    },
  )
})

test('a drawing cannot show the files beside it', async ({ lake }) => {
  const { path: secret } = await lake.client.assets.upload('image', await quadrants(20, 20).png().toBuffer())
  const thief = drawing(`<image href="${path.basename(secret)}" width="9" height="9"/>`)
  const { url } = await lake.client.assets.upload('image', thief)
  const drawn = Buffer.from(await (await fetch(`${url}?fm=png`)).arrayBuffer())
  const { channels } = await sharp(drawn).stats()
  expect(channels.map(({ max }) => max)).toEqual([0, 0, 0, 0])
})

describe('a file is refused where it is', () => {
  test('empty', async ({ lake }) => {
    const upload = lake.client.assets.upload('file', Buffer.alloc(0), { filename: 'a.txt' })
    await expect(upload).rejects.toMatchObject({ statusCode: 400 })
    await nothingIsKept(lake)
  })

  test.for([
    ['images', '100 MB'],
    ['files', '1024 MB'],
  ] as const)('too large, before it is sent: %s', async ([kind, most], { lake }) => {
    const { status, body } = await announce(lake, kind, 2 ** 31)
    expect(status).toBe(413)
    expect(JSON.parse(body)).toEqual({
      statusCode: 413,
      error: 'Payload Too Large',
      message: `The file is too large: ${most} at most`,
    })
    await nothingIsKept(lake)
  })

  test('cut off in the middle', async ({ lake }) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const sending = post(lake, 'files', { 'content-length': 1000 }, () => {})
    sending.on('error', () => resolve())
    sending.write('only this much', () => sending.destroy())
    await promise
    // The lake answers others, and closing it waits for what is under way.
    await lake.client.assets.upload('file', Buffer.from('whole'), { filename: 'a.txt' })
    expect(await lake.client.fetch('count(*)')).toBe(1)
    expect(lake.reports).toEqual([])
  })
})

function post(lake: TestLake, kind: string, headers: Record<string, string | number>, answer: () => void) {
  return request(
    `${lake.url}/v2025-02-19/assets/${kind}/production`,
    { method: 'POST', headers: { ...headers, authorization: `Bearer ${lake.token}` } },
    answer,
  )
}

/** Says how much is to come, and waits for what the lake thinks of it. */
async function announce(
  lake: TestLake,
  kind: string,
  size: number,
): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>()
  const sending = post(lake, kind, { 'content-length': size }, () => {})
  sending.on('error', reject)
  sending.on('response', (response) => {
    response.setEncoding('utf8')
    let body = ''
    response.on('data', (text: string) => {
      body += text
    })
    response.on('end', () => {
      resolve({ status: response.statusCode ?? 0, body })
      sending.destroy()
    })
  })
  sending.flushHeaders()
  return promise
}
