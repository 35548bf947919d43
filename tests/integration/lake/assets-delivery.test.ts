import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { get } from '../../support/http-get.ts'
import { type TestLake, test } from '../../support/lake.ts'
import { quadrants } from '../../support/quadrants.ts'

const text = Buffer.from('0123456789'.repeat(10))

function uploadText(lake: TestLake, filename = 'digits.txt') {
  return lake.client.assets.upload('file', text, { filename, contentType: 'text/plain' })
}

async function uploadPicture(lake: TestLake) {
  const bytes = await quadrants(160, 80).png().toBuffer()
  return { bytes, ...(await lake.client.assets.upload('image', bytes, { filename: 'evening.png' })) }
}

describe('an original', () => {
  test('may be kept for ever, and is not sent again to those who have it', async ({ lake }) => {
    const { url, sha1hash } = await uploadPicture(lake)
    const first = await get(url)
    expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(first.headers.get('etag')).toBe(`"${sha1hash}"`)
    for (const known of [`"${sha1hash}"`, `W/"${sha1hash}"`, `"x", "${sha1hash}"`, '*']) {
      const { status, bytes, headers } = await get(url, { 'if-none-match': known })
      expect([status, bytes.length, headers.get('etag')]).toEqual([304, 0, `"${sha1hash}"`])
    }
    expect((await get(url, { 'if-none-match': '"x"' })).status).toBe(200)
  })

  test('may be asked for in parts', async ({ lake }) => {
    const { url, sha1hash } = await uploadText(lake)
    for (const [range, part, content] of [
      ['bytes=10-14', 'bytes 10-14/100', '01234'],
      ['bytes=95-', 'bytes 95-99/100', '56789'],
      ['bytes=-3', 'bytes 97-99/100', '789'],
    ] as const) {
      const { status, headers, bytes } = await get(url, { range })
      expect([status, headers.get('content-range'), bytes.toString()]).toEqual([206, part, content])
      expect(headers.get('content-length')).toBe(String(content.length))
    }
    const beyond = await get(url, { range: 'bytes=100-' })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */100'])
    const whole = await get(url, { range: 'bytes=0-1,5-6' })
    expect([whole.status, whole.headers.get('accept-ranges'), whole.bytes.length]).toEqual([
      200,
      'bytes',
      100,
    ])
    expect((await get(url, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200)
    expect((await get(url, { range: 'bytes=0-1', 'if-range': `"${sha1hash}"` })).status).toBe(206)
  })

  test('tells its size and type without being sent', async ({ lake }) => {
    const { url } = await uploadText(lake)
    const { status, headers, bytes } = await get(url, {}, 'HEAD')
    expect([status, bytes.length]).toEqual([200, 0])
    expect(headers.get('content-length')).toBe('100')
    expect(headers.get('content-type')).toBe('text/plain')
  })

  test('has a type that no writer can abuse', async ({ lake }) => {
    const { url, _id } = await uploadText(lake)
    for (const mimeType of ['text/plain\r\nx-evil: 1', 'nonsense', 7]) {
      await lake.client.patch(_id).set({ mimeType }).commit()
      const { status, headers } = await get(url)
      expect([status, headers.get('content-type')]).toEqual([200, 'application/octet-stream'])
    }
  })

  test('of a private dataset is there for anybody who has its address', async ({ lake }) => {
    await lake.client.datasets.create('private', { aclMode: 'private' })
    const client = lake.client.withConfig({ dataset: 'private' })
    const { url } = await client.assets.upload('file', text, { filename: 'a.txt' })
    expect((await get(url)).bytes.equals(text)).toBe(true)
    expect(await client.withConfig({ token: undefined }).fetch('count(*)')).toBe(0)
  })

  test('is not found under any other name', async ({ lake }) => {
    const { url, sha1hash } = await uploadPicture(lake)
    const base = `${lake.url}/images/local/production`
    for (const address of [
      `${base}/${'0'.repeat(40)}-1x1.jpg`,
      `${base}/${sha1hash}-160x80.jpg`,
      `${base}/${sha1hash}.png`,
      `${base}/..%2f..%2ftoken`,
      `${base}/%2e%2e%2ftoken`,
      `${base}/token`,
      url.replace('/images/', '/files/'),
      url.replace('/production/', '/nowhere/'),
      url.replace('/production/', '/..%2fproduction/'),
      url.replace('/local/', '/other/'),
    ]) {
      const { status, bytes } = await get(address)
      expect([address, status, JSON.parse(bytes.toString()).statusCode]).toEqual([address, 404, 404])
    }
  })
})

describe('a transformed picture', () => {
  test('has a mark of its own, and is not made for those who have it', async ({ lake }) => {
    const { url, sha1hash } = await uploadPicture(lake)
    const etag = (await get(`${url}?w=20`)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{40}"$/)
    expect(etag).not.toContain(sha1hash)
    expect((await get(`${url}?w=20`, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(`${url}?w=21`, { 'if-none-match': etag })).status).toBe(200)
  })

  test('tells its size without being sent', async ({ lake }) => {
    const { url } = await uploadPicture(lake)
    const whole = await get(`${url}?w=20`)
    const head = await get(`${url}?w=20`, {}, 'HEAD')
    expect([head.status, head.bytes.length]).toEqual([200, 0])
    expect(head.headers.get('content-length')).toBe(String(whole.bytes.length))
  })
})

describe('saving a file', () => {
  test.for([
    ['dl=party.png', 'party.png'],
    ['dl', 'evening.png'],
    ['dl=&w=9', 'evening.png'],
    ['dl=../../x', '_.._x'],
  ] as const)('with %s suggests %s', async ([query, name], { lake }) => {
    const { url } = await uploadPicture(lake)
    const disposition = (await get(`${url}?${query}`)).headers.get('content-disposition')
    expect(disposition).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`)
  })

  test('under the name for people that ends an address', async ({ lake }) => {
    const { url, bytes } = await uploadPicture(lake)
    const shown = await get(`${url}/an-evening.png`)
    expect(shown.bytes.equals(bytes)).toBe(true)
    expect(shown.headers.get('content-disposition')).toBeNull()
    const saved = await get(`${url}/an-evening.png?dl`)
    expect(saved.headers.get('content-disposition')).toContain('filename="an-evening.png"')
  })

  test('as it was uploaded, whatever else is asked for, needs the token', async ({ lake }) => {
    const { url, bytes } = await uploadPicture(lake)
    expect((await get(`${url}?dlRaw=true&w=9`)).status).toBe(401)
    const raw = await get(`${url}?dlRaw=true&w=9`, { authorization: `Bearer ${lake.token}` })
    expect(raw.bytes.equals(bytes)).toBe(true)
    expect(raw.headers.get('content-disposition')).toContain('filename="evening.png"')
  })
})

describe('what could be a document with scripts of its own', () => {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
  test.for([
    ['page.html', 'text/html', policy],
    ['notes.txt', 'text/plain', policy],
    ['feed.xml', 'application/xml', policy],
    ['unknown', undefined, policy],
    ['programme.pdf', 'application/pdf', null],
    ['talk.mp3', 'audio/mpeg', null],
  ] as const)('can do nothing: %s', async ([filename, contentType, expected], { lake }) => {
    const { url } = await lake.client.assets.upload('file', text, { filename, contentType })
    const { headers } = await get(url)
    expect(headers.get('content-security-policy')).toBe(expected)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('can do nothing: a drawing', async ({ lake }) => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>alert(1)</script></svg>'
    const { url, ...asset } = await lake.client.assets.upload('image', Buffer.from(svg))
    expect(asset).toMatchObject({
      extension: 'svg',
      mimeType: 'image/svg+xml',
      metadata: { dimensions: { width: 30, height: 20 } },
    })
    expect((await get(url)).headers.get('content-security-policy')).toBe(policy)
    expect((await get(`${url}?fm=png`)).headers.get('content-security-policy')).toBeNull()
  })
})

describe('an asset whose document is deleted', () => {
  test('is gone, original and transformed', async ({ lake }) => {
    const { url, _id } = await uploadPicture(lake)
    expect((await get(`${url}?w=9`)).status).toBe(200)
    await lake.client.delete(_id)
    expect((await get(url)).status).toBe(404)
    expect((await get(`${url}?w=9`)).status).toBe(404)
    const file = await uploadText(lake)
    await lake.client.delete({ query: '*[_type == "sanity.fileAsset"]' })
    expect((await get(file.url)).status).toBe(404)
  })

  test('stays where another document needs it', async ({ lake }) => {
    const { url, _id } = await uploadPicture(lake)
    await lake.client.create({ _type: 'recap', cover: { asset: { _type: 'reference', _ref: _id } } })
    await expect(lake.client.delete(_id)).rejects.toMatchObject({ statusCode: 409 })
    expect((await get(url)).status).toBe(200)
  })

  test('stays in other datasets', async ({ lake }) => {
    await lake.client.datasets.create('other')
    const other = lake.client.withConfig({ dataset: 'other' })
    const here = await uploadText(lake)
    const there = await other.assets.upload('file', text, { filename: 'digits.txt' })
    await lake.client.delete(here._id)
    expect((await get(here.url)).status).toBe(404)
    expect((await get(there.url)).bytes.equals(text)).toBe(true)
  })

  test('is there again once it is uploaded again', async ({ lake }) => {
    const { url, _id, bytes } = await uploadPicture(lake)
    await lake.client.delete(_id)
    expect((await uploadPicture(lake)).url).toBe(url)
    expect((await get(url)).bytes.equals(bytes)).toBe(true)
  })
})

test('a dataset takes its files along when it is deleted', async ({ lake }) => {
  await lake.client.datasets.create('brief')
  const asset = await lake.client.withConfig({ dataset: 'brief' }).assets.upload('file', text)
  await lake.client.datasets.delete('brief')
  expect((await get(asset.url)).status).toBe(404)
  expect(await readdir(path.join(lake.dataDir, 'assets'))).not.toContain('brief')
})
