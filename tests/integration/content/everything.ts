import { createHash } from 'node:crypto'
import type { SanityClient } from '@sanity/client'
import sharp from 'sharp'

/** One document of every kind that is hard to carry, with pictures and files of every kind. */
export async function fillWithEverything(client: SanityClient): Promise<void> {
  const assets = await uploadEverything(client)
  const reference = (id: string, fields: object = {}) => ({ _type: 'reference', _ref: id, ...fields })
  const documents: Document[] = [
    { _id: 'ada', _type: 'author', _createdAt: '2019-03-01T10:00:00Z', name: 'Ada' },
    { _id: 'drafts.ada', _type: 'author', name: 'Ada, half changed' },
    { _id: 'versions.spring.ada', _type: 'author', name: 'Ada, in spring' },
    { _id: '_.releases.spring', _type: 'system.release', name: 'spring', metadata: { title: 'Spring' } },
    { _id: 'reply.contact.1', _type: 'contact', email: 'private@example.org' },
    {
      _id: 'references',
      _type: 'recap',
      strong: reference('ada'),
      weak: reference('ada', { _weak: true }),
      weakToNothing: reference('nobody', { _weak: true }),
      notQuiteWeak: reference('ada', { _weak: false }),
      withoutType: { _ref: 'ada' },
      list: [reference('ada', { _key: 'a' }), reference('ada', { _key: 'b', _weak: true })],
      nested: { deep: [[reference('ada')], { _key: 'k', on: [reference('circle', { _key: 'c' })] }] },
      'odd-name': { 42: reference('ada'), 'a.b': reference('ada') },
      elsewhere: {
        _type: 'crossDatasetReference',
        _ref: 'x',
        _dataset: 'production',
        _projectId: 'p',
        _weak: true,
      },
    },
    { _id: 'circle', _type: 'recap', back: reference('references') },
    {
      _id: 'drafts.new',
      _type: 'recap',
      author: reference('drafted', { _weak: true, _strengthenOnPublish: { type: 'author' } }),
    },
    {
      _id: 'arrays',
      _type: 'recap',
      keyed: [{ _key: 'one', a: 1 }],
      keyless: [{ a: 1 }, { _type: 'thing' }],
      holes: [1, null, 'x', [null]],
      nothing: null,
      empty: [[], {}, ''],
      numbers: [0.1, -0, 1e21, 123456789012345],
    },
    {
      _id: 'words',
      _type: 'recap',
      title: '👩🏽‍🚀 שלום مرحبا 𝕏 \u2028 \u2029 \ufffd \u0001 " \\ \r\n',
      ключ: 'e\u0301 is not é',
    },
    { _id: 'big', _type: 'recap', text: 'Long, with an ü. '.repeat(200_000) },
    { _id: 'A-_.b', _type: 'odd' },
    {
      _id: 'pictures',
      _type: 'recap',
      cover: {
        _type: 'image',
        alt: 'Red',
        hotspot: { _type: 'sanity.imageHotspot', x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
        crop: { _type: 'sanity.imageCrop', top: 0.1, bottom: 0, left: 0, right: 0.2 },
        asset: reference(assets.red),
      },
      bare: { asset: reference(assets.red) },
      weak: { _type: 'image', asset: reference(assets.red, { _weak: true }) },
      body: [{ _key: 'p', _type: 'picture', asset: reference(assets.svg) }],
      direct: reference(assets.red),
      song: { _type: 'file', asset: reference(assets.song) },
      notes: { _type: 'file', asset: reference(assets.notes) },
      markdown: { _type: 'file', asset: reference(assets.markdown) },
    },
    { _id: 'shares', _type: 'recap', cover: { _type: 'image', asset: reference(assets.red) } },
    { _id: 'lost', _type: 'recap', cover: { _type: 'image', alt: 'Lost', asset: reference(lostAsset._id) } },
  ]
  await client.create(lostAsset)
  const transaction = client.transaction()
  for (const document of documents) transaction.create(document)
  await transaction.commit({ autoGenerateArrayKeys: false })
}

type Document = { _id: string; _type: string; [field: string]: unknown }

/** Its bytes were lost before anybody thought of an export. */
const lostAsset = {
  _id: `image-${'0'.repeat(40)}-3x4-png`,
  _type: 'sanity.imageAsset',
  originalFilename: 'lost.png',
}

async function uploadEverything(client: SanityClient) {
  const red = await picture('red')
  const text = Buffer.from('The same words.')
  const upload = async (kind: 'image' | 'file', bytes: Buffer, options: object = {}) =>
    (await client.assets.upload(kind, bytes, options))._id
  await upload('image', await picture('green'), {
    filename: 'nobody shows me.jpg',
    ...{ label: 'L', title: 'T', description: 'D', creditLine: 'C' },
    source: { id: 'id', name: 'name', url: 'https://example.org/' },
  })
  await upload('file', red, { filename: 'red as a file.jpg', contentType: 'image/jpeg' })
  const renamed = await upload('file', Buffer.from('renamed'), { filename: 'first.pdf' })
  await client
    .patch(renamed)
    .set({ originalFilename: 'second.docx', opt: { media: { tags: ['a'] } } })
    .commit()
  await upload('file', Buffer.from('no name'))
  return {
    red: await upload('image', red, { filename: 'red evening 🍷.jpg' }),
    svg: await upload('image', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')),
    song: await upload('file', Buffer.from('la la'), { filename: 'song.MP3', contentType: 'audio/mpeg' }),
    notes: await upload('file', text, { filename: 'notes.txt', contentType: 'text/plain' }),
    markdown: await upload('file', text, { filename: 'notes.md', contentType: 'text/markdown' }),
  }
}

export async function picture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 12, height: 8, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

/** All that a dataset holds, but for what is its own: revisions, times of writing, addresses, uploads. */
export async function contentOf(client: SanityClient): Promise<Record<string, unknown>> {
  const documents = await client.fetch('*', {}, { perspective: 'raw' })
  const content: Record<string, unknown> = {}
  for (const { _rev, _updatedAt, uploadId, url, path, ...document } of documents) {
    content[document._id] = { ...document, ...(url ? { sha1: await sha1At(url) } : {}) }
  }
  return content
}

async function sha1At(url: string): Promise<string> {
  const answer = await fetch(url)
  return answer.ok
    ? createHash('sha1')
        .update(await answer.bytes())
        .digest('hex')
    : `HTTP ${answer.status}`
}
