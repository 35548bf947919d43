import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { importContent, readExport } from '../../../scripts/content/import.ts'
import { type Entry, exportName, ndjson, tarOf, writeArchive } from '../../support/archive.ts'
import { test } from '../../support/lake.ts'
import { picture } from './everything.ts'

const red = await picture('red')
const redPath = `images/${exportName(red, '-12x8.jpg')}`
const noise = randomBytes(200_000)
const noisePath = `files/${exportName(noise, '.bin')}`

const documents = [
  { _id: 'ada', _type: 'author', name: 'Ada' },
  { _id: 'one', _type: 'recap', cover: { _type: 'image', _sanityAsset: `image@file://./${redPath}` } },
  { _id: 'two', _type: 'recap', by: { _type: 'reference', _ref: 'ada' } },
]

const whole: Entry[] = [
  { name: 'x/data.ndjson', body: ndjson(documents) },
  { name: `x/${redPath}`, body: red },
  { name: `x/${noisePath}`, body: noise },
]

const without = (name: string) => whole.filter((entry) => entry.name !== name)
const withData = (body: string | Uint8Array): Entry[] => [
  { name: 'x/data.ndjson', body },
  ...without('x/data.ndjson'),
]
const withDocument = (document: object) => withData(ndjson([...documents, document]))
const packed = async (entries: Entry[]) => gzipSync(await tarOf(entries))

type Case = [name: string, bytes: () => Promise<Uint8Array>, message: RegExp]

const deep = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`

const cases: Case[] = [
  ['an empty file', async () => new Uint8Array(), /^x\.tar\.gz is empty/],
  ['some other file', async () => noise, /^x\.tar\.gz is neither an archive nor a file of documents/],
  ['packed, but no archive', async () => gzipSync(noise), /^x\.tar\.gz is neither an archive/],
  ['packed nothing', async () => gzipSync(''), /^x\.tar\.gz is empty/],
  ['cut off at the start', async () => (await packed(whole)).subarray(0, 20), /^x\.tar\.gz is cut off/],
  [
    'cut off in the middle of a file',
    async () => (await packed(whole)).subarray(0, -100_000),
    /^x\.tar\.gz is cut off in the middle of x\/files\/[0-9a-f]{40}\.bin/,
  ],
  ['without its last bytes', async () => (await packed(whole)).subarray(0, -6), /^x\.tar\.gz is cut off/],
  [
    'changed on the way',
    async () => {
      const bytes = await packed(whole)
      bytes[bytes.length - 8] = (bytes.at(-8) ?? 0) ^ 0xff
      return bytes
    },
    /^x\.tar\.gz is damaged .* x\/files\/[0-9a-f]{40}\.bin \(incorrect data check\)/,
  ],
  [
    'small and changed on the way',
    async () => {
      const bytes = await packed([{ name: 'x/data.ndjson', body: '{"_id":"a","_type":"x"}\n' }])
      bytes[bytes.length - 8] = (bytes.at(-8) ?? 0) ^ 0xff
      return bytes
    },
    /^x\.tar\.gz is damaged near its beginning \(incorrect data check\)/,
  ],
  [
    'unpacked and cut off in the middle of a file',
    async () => (await tarOf(whole)).subarray(0, 50_000),
    /^x\.tar\.gz is cut off in the middle of x\/files\//,
  ],
  [
    'unpacked and cut off between two files',
    async () => gzipSync((await tarOf(without(`x/${noisePath}`))).subarray(0, -1024)),
    /^x\.tar\.gz is cut off after x\/images\//,
  ],
  [
    'with a broken header',
    async () => {
      const bytes = await tarOf(whole)
      bytes.write('9', 512 + Math.ceil(ndjson(documents).length / 512) * 512 + 130)
      return gzipSync(bytes)
    },
    /^x\.tar\.gz is damaged after x\/data\.ndjson \(the checksum of a header is wrong/,
  ],
  ['without documents', () => packed(without('x/data.ndjson')), /^data\.ndjson is missing in x\.tar\.gz/],
  [
    'with documents twice',
    () =>
      packed(
        [...whole, { name: 'x/more.ndjson', body: ndjson(documents) }]
          .slice(1)
          .concat({ name: 'x/other.ndjson', body: '{}' }),
      ),
    /^x\.tar\.gz has more than one file of documents: more\.ndjson, other\.ndjson/,
  ],
  [
    'with an entry twice',
    () => packed([...whole, { name: `x/${redPath}`, body: red }]),
    /has the entry x\/images\/.* twice/,
  ],
  [
    'with a picture missing',
    () => packed(without(`x/${redPath}`)),
    /^x\/images\/.*\.jpg in x\.tar\.gz, which document "one" shows, is missing/,
  ],
  [
    'with an empty picture',
    () => packed([...without(`x/${redPath}`), { name: `x/${redPath}` }]),
    /^x\/images\/.*, which document "one" shows, is empty/,
  ],
  [
    'with another picture under its name',
    async () => packed([...without(`x/${redPath}`), { name: `x/${redPath}`, body: await picture('blue') }]),
    /^x\/images\/.*, which document "one" shows, is damaged: its name promises content with the SHA-1 [0-9a-f]{40}, and it has [0-9a-f]{40}/,
  ],
  [
    'with a file that no document shows damaged',
    () => packed([...without(`x/${noisePath}`), { name: `x/${noisePath}`, body: noise.subarray(1) }]),
    /^x\/files\/.*\.bin in x\.tar\.gz is damaged/,
  ],
  [
    'with a file missing that it lists',
    () =>
      packed([
        ...whole,
        {
          name: 'x/asset-documents.json',
          body: JSON.stringify([
            { file: 'files/a.txt', document: { _id: 'file-a-txt', _type: 'sanity.fileAsset' } },
          ]),
        },
      ]),
    /^x\/files\/a\.txt in x\.tar\.gz, the content of asset "file-a-txt", is missing/,
  ],
  [
    'with a list that is none',
    () => packed([...whole, { name: 'x/asset-documents.json', body: '{}' }]),
    /^x\/asset-documents\.json in x\.tar\.gz does not describe assets/,
  ],
  [
    'with descriptions that are none',
    () => packed([...whole, { name: 'x/assets.json', body: '[' }]),
    /^x\/assets\.json in x\.tar\.gz is not valid JSON/,
  ],
  [
    'with a line cut off',
    () => packed(withData(ndjson(documents).slice(0, -9))),
    /^Line 3 of x\/data\.ndjson in x\.tar\.gz is not valid JSON/,
  ],
  [
    'with a line of something else',
    () => packed(withData(`${ndjson(documents)}[1]\n`)),
    /^Line 4 of .* is not a document/,
  ],
  [
    'with bytes that are no UTF-8',
    () => packed(withData(Buffer.from(`${ndjson(documents)}{"_id":"\xff"}`, 'latin1'))),
    /^Line 4 of .* is not valid UTF-8/,
  ],
  [
    'with an id twice',
    () => packed(withDocument({ _id: 'ada', _type: 'author' })),
    /has two documents with the id "ada", in lines 1 and 4/,
  ],
  [
    'with an id with a space',
    () => packed(withDocument({ _id: 'a b', _type: 'x' })),
    /^Line 4 of .* has the id "a b"\./,
  ],
  [
    'with an id of 129 letters',
    () => packed(withDocument({ _id: 'a'.repeat(129), _type: 'x' })),
    /^Line 4 of .* has the id "a{129}"/,
  ],
  [
    'with a document without a type',
    () => packed(withDocument({ _id: 'a' })),
    /^Line 4 of .* needs an _id and a _type/,
  ],
  [
    'with a document nested too deep',
    () => packed(withData(`{"_id":"a","_type":"x","a":${deep}}`)),
    /^Line 1 of .* \("a"\) cannot be stored: .*nested/,
  ],
  [
    'with __proto__',
    () => packed(withData('{"_id":"a","_type":"x","__proto__":{"b":1}}')),
    /^Line 1 of .* cannot be stored: .*__proto__/,
  ],
  [
    'with a line longer than any lake takes',
    () => packed(withDocument({ _id: 'a', _type: 'x', text: 'x'.repeat(17e6) })),
    /^Line 4 of .* is longer than 16 MB/,
  ],
  [
    'that leads out of itself',
    () => packed([...whole, { name: '../../evil.txt', body: 'x' }]),
    /has the entry "\.\.\/\.\.\/evil\.txt", which points outside/,
  ],
  [
    'that leads out in the middle',
    () => packed([...whole, { name: 'x/../../evil.txt', body: 'x' }]),
    /has the entry "x\/\.\.\/\.\.\/evil\.txt", which points outside/,
  ],
  [
    'with an absolute path',
    () => packed([...whole, { name: '/tmp/evil.txt', body: 'x' }]),
    /has the entry "\/tmp\/evil\.txt", which points outside/,
  ],
  [
    'with a path for Windows',
    () => packed([...whole, { name: 'x\\..\\evil.txt', body: 'x' }]),
    /which points outside/,
  ],
  [
    'with a symbolic link',
    () => packed([...whole, { name: 'x/images/a.jpg', type: 'symlink' }]),
    /has the entry x\/images\/a\.jpg, which is no file but a link/,
  ],
  [
    'with a hard link',
    () => packed([...whole, { name: 'x/images/a.jpg', type: 'link' }]),
    /which is no file but a link/,
  ],
  [
    'that shows a file of this machine',
    () => packed(withDocument({ _id: 'a', _type: 'x', file: { _sanityAsset: 'file@file:///etc/passwd' } })),
    /^Document "a" shows "file@file:\/\/\/etc\/passwd", which lies outside/,
  ],
  [
    'that shows a file beside itself',
    () =>
      packed(
        withDocument({ _id: 'a', _type: 'x', file: { _sanityAsset: 'file@file://./../../../etc/passwd' } }),
      ),
    /^Document "a" shows .*, which lies outside/,
  ],
  [
    'that shows something without saying what',
    () => packed(withDocument({ _id: 'a', _type: 'x', file: { _sanityAsset: 'images/a.jpg' } })),
    /^Document "a" shows "images\/a\.jpg", which has to begin with image@/,
  ],
  [
    'a bomb',
    () => packed([...whole, { name: 'x/bomb.bin', body: new Uint8Array(30e6) }]),
    /^x\.tar\.gz would take more than 20 MB unpacked; it reached that at x\/bomb\.bin/,
  ],
  [
    'a bomb of documents',
    async () => gzipSync(`${'{"_id":"a","_type":"x"}\n'.repeat(1e6)}`),
    /^x\.tar\.gz would take more than 20 MB unpacked/,
  ],
]

describe('a damaged or hostile archive is named with its entry', () => {
  test.for(cases)('%s', async ([, bytes, message], { dataDir }) => {
    const file = path.join(dataDir, 'x.tar.gz')
    await writeFile(file, await bytes())
    await expect(readExport(file, 20e6)).rejects.toThrow(message)
  })
})

describe('what does not go with the dataset is named, and nothing is changed', () => {
  const unchanged = { ada: 1, assets: 0, all: 1 }
  const state = `{"ada": count(*[_id == "ada"]), "assets": count(*[_type match "sanity.*"]), "all": count(*)}`
  const refused: [
    name: string,
    entries: () => Promise<Entry[]>,
    operation: 'create' | 'createOrReplace' | 'createIfNotExists',
    message: RegExp,
  ][] = [
    [
      'documents that are there',
      async () => whole,
      'create',
      /^1 of 3 documents are there already, such as "ada"/,
    ],
    [
      'a reference to nothing',
      async () =>
        withDocument({ _id: 'a', _type: 'x', list: [{ _ref: 'nobody' }, { _ref: 'no one', _weak: true }] }),
      'createOrReplace',
      /neither in the import nor in the dataset:\n {2}"a" refers to "nobody"$/,
    ],
    [
      'another type',
      async () => withData(ndjson([{ _id: 'ada', _type: 'recap' }])),
      'createOrReplace',
      /^Document "ada" is a recap here and a author in the dataset/,
    ],
    [
      'a picture that is none',
      async () => [...whole, { name: 'x/images/holiday.jpg', body: 'no picture' }],
      'createIfNotExists',
      /^x\/images\/holiday\.jpg in x\.tar\.gz: Invalid image, could not read metadata: The file is not a picture/,
    ],
    [
      'a dataset elsewhere that is not there',
      async () => withDocument({ _id: 'a', _type: 'x', r: { _ref: 'b', _dataset: 'nowhere', _type: 'x' } }),
      'createOrReplace',
      /"nowhere"/,
    ],
  ]
  test.for(refused)('%s', async ([, entries, operation, message], { lake, dataDir }) => {
    await lake.client.create({ _id: 'ada', _type: 'author' })
    const from = path.join(dataDir, 'x.tar.gz')
    await writeArchive(from, await entries())
    await expect(importContent({ client: lake.client, from, operation })).rejects.toThrow(message)
    expect(await lake.client.fetch(state)).toEqual(unchanged)
  })

  test('the archive itself is taken', async ({ lake, dataDir }) => {
    const from = path.join(dataDir, 'x.tar.gz')
    // As tar packs a folder from inside.
    await writeArchive(from, [
      { name: './' },
      ...whole.map((entry) => ({ ...entry, name: `./${entry.name}` })),
    ])
    await importContent({ client: lake.client, from })
    expect(await lake.client.fetch('count(*)')).toBe(5)
  })
})
