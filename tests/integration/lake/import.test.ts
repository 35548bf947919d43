import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { beforeEach, describe, expect } from 'vitest'
import { importContent } from '../../../scripts/content/import.ts'
import { test } from '../../support/lake.ts'

const sample = fileURLToPath(new URL('../../../content/sample', import.meta.url))

const image = (name: string) => ({ _type: 'image', alt: name, _sanityAsset: `image@file://./images/${name}` })

const documents = [
  {
    _id: 'one',
    _type: 'recap',
    title: 'One',
    cover: image('red.jpg'),
    by: [{ _type: 'reference', _key: 'k', _ref: 'ada' }],
  },
  {
    _id: 'two',
    _type: 'recap',
    title: 'Two',
    body: [
      { _key: 'a', ...image('red.jpg') },
      { _key: 'b', ...image('blue.jpg') },
    ],
  },
  { _id: 'ada', _type: 'author', name: 'Ada' },
]

/** A folder in Sanity's export layout, below the folder of the lake that a test has anyway. */
async function writeFolder(dataDir: string): Promise<string> {
  const folder = path.join(dataDir, 'export')
  await mkdir(path.join(folder, 'images'), { recursive: true })
  for (const colour of ['red', 'blue', 'green']) {
    const create = { width: 12, height: 8, channels: 3, background: colour } as const
    await sharp({ create })
      .jpeg()
      .toFile(path.join(folder, 'images', `${colour}.jpg`))
  }
  await writeFile(
    path.join(folder, 'data.ndjson'),
    `${documents.map((one) => JSON.stringify(one)).join('\n')}\n`,
  )
  return folder
}

describe('a folder in Sanity’s export layout', () => {
  test('arrives with its references and pictures, and may come again', async ({ lake, dataDir }) => {
    const from = await writeFolder(dataDir)
    const steps = new Set<string>()
    const report = await importContent({
      client: lake.client,
      from,
      onProgress: ({ step }) => steps.add(step),
    })
    expect(report).toEqual({
      ...{ documents: 3, replaced: 0, left: 0, warnings: [] },
      assets: { uploaded: 3, present: 0 },
    })
    expect(steps).toContain('Importing documents')
    const query =
      '*[_type == "recap"]{_id, title, "by": by[]->name, "cover": cover.asset->originalFilename, "body": body[].asset->originalFilename}'
    const expected = [
      { _id: 'one', title: 'One', by: ['Ada'], cover: 'red.jpg', body: null },
      { _id: 'two', title: 'Two', by: null, cover: null, body: ['red.jpg', 'blue.jpg'] },
    ]
    expect(await lake.client.fetch(query)).toEqual(expected)
    // Strong again, after having been weak while documents came in any order.
    await expect(lake.client.delete('ada')).rejects.toThrow('references to it from "one"')
    expect(await lake.client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(3)

    await importContent({ client: lake.client, from })
    expect(await lake.client.fetch(query)).toEqual(expected)
    expect(await lake.client.fetch('count(*)')).toBe(6)
  })

  test('keeps what the export says of its pictures', async ({ lake, dataDir }) => {
    const from = await writeFolder(dataDir)
    const described = await Promise.all(
      ['red', 'blue'].map(async (colour) => {
        const bytes = await readFile(path.join(from, 'images', `${colour}.jpg`))
        const hash = createHash('sha1').update(bytes).digest('hex')
        return [`image-${hash}`, { originalFilename: `${colour} evening.jpg`, description: `All ${colour}` }]
      }),
    )
    await writeFile(path.join(from, 'assets.json'), JSON.stringify(Object.fromEntries(described)))
    await importContent({ client: lake.client, from })
    const query =
      '*[_type == "sanity.imageAsset"] | order(originalFilename asc) {originalFilename, description}'
    expect(await lake.client.fetch(query)).toEqual([
      { originalFilename: 'blue evening.jpg', description: 'All blue' },
      { originalFilename: 'green.jpg', description: null },
      { originalFilename: 'red evening.jpg', description: 'All red' },
    ])
  })

  test('replaces what is there, or leaves it', async ({ lake, dataDir }) => {
    const from = await writeFolder(dataDir)
    const title = () => lake.client.fetch('*[_id == "one"][0].title')
    await lake.client.create({ _id: 'one', _type: 'recap', title: 'Mine' })
    await importContent({ client: lake.client, from, operation: 'createIfNotExists' })
    expect(await title()).toBe('Mine')
    await importContent({ client: lake.client, from, operation: 'createOrReplace' })
    expect(await title()).toBe('One')
  })
})

describe('a folder that is damaged is named, and nothing is changed', () => {
  type Damage = (folder: string) => Promise<void>
  const rewrite =
    (change: (text: string) => string): Damage =>
    async (folder) => {
      const file = path.join(folder, 'data.ndjson')
      await writeFile(file, change(await readFile(file, 'utf8')))
    }
  const cases: [name: string, damage: Damage, message: RegExp][] = [
    [
      'cut off in the middle',
      rewrite((text) => text.slice(0, -20)),
      /^Line 3 of .*data\.ndjson is not valid JSON/,
    ],
    [
      'no JSON',
      rewrite((text) => text.replace('{"_id":"two"', 'two')),
      /^Line 2 of .*data\.ndjson is not valid JSON/,
    ],
    [
      'without a type',
      rewrite((text) => text.replace('"_type":"author",', '')),
      /^Line 3 of .* needs an _id and a _type/,
    ],
    [
      'with an id twice',
      rewrite((text) => text.replace('"ada","_type"', '"one","_type"')),
      /two documents with the id "one"/,
    ],
    ['empty', rewrite(() => ''), /has no documents in it/],
    [
      'with assets that are not described',
      (folder) => writeFile(path.join(folder, 'assets.json'), '[1]'),
      /assets\.json does not describe assets/,
    ],
    [
      'no UTF-8',
      (folder) => writeFile(path.join(folder, 'data.ndjson'), Buffer.from([0x7b, 0xff, 0x7d])),
      /is not valid UTF-8/,
    ],
    ['no folder', (folder) => rm(folder, { recursive: true }), /export is not there/],
    [
      'without a picture',
      (folder) => rm(path.join(folder, 'images', 'blue.jpg')),
      /blue\.jpg, which document "two" shows, is missing/,
    ],
    [
      'with an empty picture',
      (folder) => writeFile(path.join(folder, 'images', 'blue.jpg'), ''),
      /blue\.jpg, which document "two" shows, is empty/,
    ],
    [
      'with a picture that is none',
      (folder) => writeFile(path.join(folder, 'images', 'blue.jpg'), 'text'),
      /blue\.jpg[\s\S]*not a picture that can be read/,
    ],
  ]
  test.for(cases)('%s', async ([, damage, message], { lake, dataDir }) => {
    const from = await writeFolder(dataDir)
    await damage(from)
    await expect(importContent({ client: lake.client, from })).rejects.toThrow(message)
    expect(await lake.client.fetch('count(*[!(_type match "sanity.*")])')).toBe(0)
  })
})

describe('the sample', () => {
  let images: string[]
  beforeEach(async () => {
    images = await readdir(path.join(sample, 'images'))
  })

  test('comes in whole, with no reference to nothing', async ({ lake }) => {
    const { documents, warnings } = await importContent({ client: lake.client, from: sample })
    expect(warnings).toEqual([])
    expect(await lake.client.fetch('count(*[!(_type match "sanity.*")])')).toBe(documents)
    expect(await lake.client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(images.length)
    const withoutPicture =
      '*[_type == "recap" && !defined(cover.asset->url)]{template, "isSet": defined(cover)}'
    // Announcements are laid out without one.
    expect(await lake.client.fetch(withoutPicture)).toEqual([{ template: 'announcement', isSet: false }])
    expect(
      await lake.client.fetch('*[_type == "recap" && count(authors) != count(authors[]->name)]._id'),
    ).toEqual([])
  })
})
