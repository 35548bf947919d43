import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { createLakeClient } from '../../../src/cms/client.ts'
import { openMirror } from '../../../src/cms/mirror.ts'
import { type PullPages, pull } from '../../../src/cms/pull.ts'
import { storedTopic, toCreate } from '../../support/documents.ts'
import { type TestLake, test } from '../../support/lake.ts'

const idsOf = (count: number) => Array.from({ length: count }, (_, n) => `t${String(n).padStart(5, '0')}`)

/** Publishes a topic for each id, all at once. */
async function publish({ client }: TestLake, ids: string[]): Promise<void> {
  const transaction = client.transaction()
  for (const id of ids) transaction.create(toCreate(storedTopic(id)))
  await transaction.commit()
}

describe('a pull of more documents than one answer holds', () => {
  test.for<[count: number, how: string, pages?: PullPages]>([
    [5, 'two by two', { listed: 2, whole: 2 }],
    [4, 'two by two, without a rest', { listed: 2, whole: 2 }],
    [7, 'in a list of one page', { listed: 100, whole: 3 }],
    [7, 'in a list of several pages', { listed: 3, whole: 100 }],
    [5001, 'as is usual'],
  ])('brings all %i, %s; then nothing, then what is gone', async ([count, , pages], { lake }) => {
    const mirror = openMirror(join(lake.dataDir, 'mirror.sqlite'), lake.url)
    const { projectId, dataset, url: apiHost, token } = lake
    const update = () => pull(createLakeClient({ projectId, dataset, apiHost, token }), mirror, pages)
    const ids = idsOf(count)
    const last = ids[count - 1] ?? ''
    await publish(lake, ids)

    const first = await update()
    expect(first).toMatchObject({ removed: [], total: count })
    expect(first.changed.sort()).toEqual(ids)
    expect(mirror.read().documents.map((document) => document._id)).toEqual(ids)

    expect(await update()).toMatchObject({ changed: [], removed: [], total: count })
    await lake.client.delete(last)
    expect(await update()).toMatchObject({ changed: [], removed: [last], total: count - 1 })
    mirror.close()
  })
})
