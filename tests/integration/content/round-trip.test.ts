import path from 'node:path'
import { describe, expect } from 'vitest'
import { exportContent } from '../../../scripts/content/export.ts'
import { importContent, readExport } from '../../../scripts/content/import.ts'
import { test } from '../../support/lake.ts'
import { contentOf, fillWithEverything } from './everything.ts'

describe('an export, imported elsewhere', () => {
  test('is the same to the last bit', async ({ lake, dataDir }) => {
    await fillWithEverything(lake.client)
    const before = await contentOf(lake.client)
    const first = path.join(dataDir, 'first.tar.gz')
    const exported = await exportContent({ client: lake.client, dataset: lake.dataset, file: first })
    expect(exported).toMatchObject({ documents: 15, assets: 9 })
    expect(exported.lost.map(({ originalFilename }) => originalFilename)).toEqual(['lost.png'])

    const client = lake.client.withConfig({ dataset: 'copy' })
    const report = await importContent({ client, from: first, isNewDataset: true, operation: 'create' })
    expect(report).toEqual({
      ...{ documents: 15, replaced: 0, left: 0, warnings: [] },
      assets: { uploaded: 9, present: 0 },
    })
    expect(await contentOf(client)).toStrictEqual(before)

    const second = path.join(dataDir, 'second.tar.gz')
    await exportContent({ client, dataset: 'copy', file: second })
    expect(await documentsIn(second)).toStrictEqual(await documentsIn(first))

    const again = await importContent({ client, from: first, operation: 'createOrReplace' })
    expect(again).toMatchObject({ documents: 15, replaced: 15, assets: { uploaded: 0, present: 9 } })
    expect(await contentOf(client)).toStrictEqual(before)
  })
})

async function documentsIn(file: string) {
  const { content, close } = await readExport(file)
  close()
  return content.documents
    .map(({ _rev, _updatedAt, ...document }) => document)
    .sort((a, b) => a._id.localeCompare(b._id))
}
