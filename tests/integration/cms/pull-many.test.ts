import { describe, expect } from 'vitest'
import type { PullPages } from '../../../src/cms/pull/work.ts'
import { storedTopic, toCreate } from '../../support/documents.ts'
import type { TestLake } from '../../support/lake.ts'
import { test } from '../../support/pulled.ts'

const idsOf = (count: number) => Array.from({ length: count }, (_, n) => `t${String(n).padStart(5, '0')}`)

/** Publishes a topic for each id, all at once. */
async function publish({ client }: TestLake, ids: string[]): Promise<void> {
  const transaction = client.transaction()
  for (const id of ids) transaction.create(toCreate(storedTopic(id)))
  await transaction.commit()
}

type Case = [count: number, how: string, pages?: PullPages]

const cases: Case[] = [
  [5, 'two by two', { recent: 2, listed: 2, whole: 2 }],
  [4, 'two by two, without a rest', { recent: 2, listed: 2, whole: 2 }],
  [7, 'in a list of one page', { recent: 100, listed: 100, whole: 3 }],
  [7, 'in a list of several pages', { recent: 1, listed: 3, whole: 100 }],
  [5001, 'as is usual'],
]

describe.each(['whole', 'quick'] as const)('a %s pull of more than one answer holds', (way) => {
  test.for(cases)(
    'brings all %i, %s; then nothing, then what is gone',
    async ([count, , pages], { pulled }) => {
      const { lake, mirror } = pulled
      const update = () => pulled.update({ way, ...(pages && { pages }) })
      const ids = idsOf(count)
      const last = ids[count - 1] ?? ''
      await update()
      await publish(lake, ids)

      const first = await update()
      expect(first).toMatchObject({ way, removed: [], total: count })
      expect(first.changed.sort()).toEqual(ids)
      expect(mirror.ids()).toEqual(ids)

      expect(await update()).toMatchObject({ way, changed: [], removed: [], total: count })
      await lake.client.delete(last)
      expect(await update()).toMatchObject({ changed: [], removed: [last], total: count - 1 })
    },
  )
})
