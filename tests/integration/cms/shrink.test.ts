import { expect } from 'vitest'
import { storedTopic, toCreate } from '../../support/documents.ts'
import { type PulledLake, test } from '../../support/pulled.ts'

/** A lake with so many topics, which were pulled; then some of them are deleted. */
async function deleted({ lake, update }: PulledLake, gone: number, all: number): Promise<void> {
  const ids = Array.from({ length: all }, (_, index) => `t${index}`)
  const create = lake.client.transaction()
  for (const id of ids) create.create(toCreate(storedTopic(id)))
  await create.commit()
  await update()
  const remove = lake.client.transaction()
  for (const id of ids.slice(0, gone)) remove.delete(id)
  await remove.commit()
}

test.for([
  [1, 1, 'nothing of what was published is left (one document)'],
  [5, 5, 'nothing of what was published is left (5 documents)'],
  [10, 49, '10 of 49 documents are gone'],
] as const)('takes it for a mistake that %i of %i are gone', async ([gone, all, message], { pulled }) => {
  await deleted(pulled, gone, all)
  for (const way of ['whole', 'quick'] as const) {
    const failure = {
      message: expect.stringContaining(message),
      hint: expect.stringContaining('--accept-shrink'),
    }
    await expect(pulled.update({ way })).rejects.toMatchObject(failure)
    expect(pulled.mirror.ids()).toHaveLength(all)
  }
  const report = await pulled.update({ way: 'quick', acceptShrink: true })
  expect(report).toMatchObject({ removed: { length: gone }, total: all - gone })
  expect(await pulled.update({ way: 'quick' })).toMatchObject({ way: 'quick', removed: [] })
})

test.for([
  [1, 2],
  [3, 5],
  [9, 12],
  [10, 50],
] as const)('takes it that %i of %i were deleted', async ([gone, all], { pulled }) => {
  await deleted(pulled, gone, all)
  expect(await pulled.update()).toMatchObject({ removed: { length: gone }, total: all - gone })
})
