import { createReadStream } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exportDataset } from '@sanity/export'
import { sanityImport } from '@sanity/import'
import { expect } from 'vitest'
import { exportContent } from '../../../scripts/content/export.ts'
import { importContent } from '../../../scripts/content/import.ts'
import { test } from '../../support/lake.ts'
import { contentOf, picture } from './everything.ts'

const sample = fileURLToPath(new URL('../../../content/sample', import.meta.url))

test('Sanity’s own importer takes an export of ours', async ({ lake, dataDir }) => {
  await importContent({ client: lake.client, from: sample })
  const file = path.join(dataDir, 'x.tar.gz')
  await exportContent({ client: lake.client, dataset: lake.dataset, file })
  await lake.client.datasets.create('copy')
  const client = lake.client.withConfig({ dataset: 'copy' })
  await sanityImport(createReadStream(file), { client })
  const strip = (content: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(content).filter(([id]) => !id.startsWith('image-')))
  expect(strip(await contentOf(client))).toEqual(strip(await contentOf(lake.client)))
})

test('an export of Sanity’s own exporter comes in with ids, names and descriptions', async ({
  lake,
  dataDir,
}) => {
  const { client } = lake
  // A single asset, whose description Sanity's importer would forget.
  const { _id } = await client.assets.upload('image', await picture('red'), {
    ...{ filename: 'red.jpg', label: 'Label', title: 'Title', description: 'Description' },
  })
  const asset = { _type: 'reference', _ref: _id }
  await client.create({ _id: 'one', _type: 'recap', cover: { _type: 'image', alt: 'Red', asset } })
  const file = path.join(dataDir, 'x.tar.gz')
  await exportDataset({ client, dataset: lake.dataset, outputPath: file })
  const copy = client.withConfig({ dataset: 'copy' })
  await importContent({ client: copy, from: file, isNewDataset: true })
  const fields = '*[_type == "sanity.imageAsset"]{_id, originalFilename, label, title, description, metadata}'
  expect(await copy.fetch(fields)).toEqual(await client.fetch(fields))
  expect(await copy.fetch('*[_id == "one"][0].cover')).toEqual(await client.fetch('*[_id == "one"][0].cover'))
})
