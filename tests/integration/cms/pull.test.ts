import { describe, expect } from 'vitest'
import { openMirror } from '../../../src/cms/mirror.ts'
import { storedAuthor, storedRecap, storedSettings, storedTopic, toCreate } from '../../support/documents.ts'
import { test } from '../../support/pulled.ts'

const ways = [{ way: 'whole' as const }, { way: 'quick' as const }]

describe.each(ways)('a $way pull', (options) => {
  test('brings what is new, then nothing, then what has changed, then what is gone', async ({ pulled }) => {
    const { lake, mirror, update } = pulled
    await lake.client
      .transaction()
      .create(toCreate(storedSettings()))
      .create(toCreate(storedAuthor('ada')))
      .create(toCreate(storedRecap('one')))
      .create(toCreate(storedRecap('two')))
      .commit()
    const first = await update(options)
    expect(first).toMatchObject({ way: 'whole', removed: [], total: 4, refusals: [] })
    expect(first.changed.sort()).toEqual(['ada', 'one', 'siteSettings', 'two'])
    expect(await update(options)).toEqual({ ...options, changed: [], removed: [], total: 4, refusals: [] })

    await lake.client.patch('two', { set: { title: 'Changed' } }).commit()
    expect(await update(options)).toMatchObject({ ...options, changed: ['two'], removed: [] })
    expect(mirror.head('two')).toMatchObject({ title: 'Changed' })

    await lake.client.delete('one')
    expect(await update(options)).toMatchObject({ way: 'whole', changed: [], removed: ['one'], total: 3 })
    expect(mirror.ids()).toEqual(['ada', 'siteSettings', 'two'])
    expect(mirror.head('one')).toBeUndefined()
  })

  test('never brings drafts, other types or what an organiser has taken back', async ({ pulled }) => {
    const { lake, mirror, update } = pulled
    await lake.client.create(toCreate(storedAuthor('ada')))
    await lake.client.create(toCreate({ ...storedRecap('one'), _id: 'drafts.one' }))
    await lake.client.create({ _id: 'note', _type: 'note' })
    await update(options)
    expect(mirror.ids()).toEqual(['ada'])

    const ofOne = { draftId: 'drafts.one', publishedId: 'one' }
    await lake.client.action({ actionType: 'sanity.action.document.publish', ...ofOne })
    await update(options)
    expect(mirror.ids()).toEqual(['ada', 'one'])

    await lake.client.action({ actionType: 'sanity.action.document.unpublish', ...ofOne })
    await update(options)
    expect(mirror.ids()).toEqual(['ada'])
  })

  test('sees what is deleted while something else comes', async ({ pulled }) => {
    const { lake, mirror, update } = pulled
    await lake.client.create(toCreate(storedAuthor('ada')))
    await lake.client.create(toCreate(storedTopic('old')))
    await update(options)
    await lake.client
      .transaction()
      .delete('old')
      .create(toCreate(storedTopic('new')))
      .commit()
    expect(await update(options)).toMatchObject({ changed: ['new'], removed: ['old'], total: 2 })
    expect(mirror.ids()).toEqual(['ada', 'new'])
  })
})

test('tells how far it has come', async ({ pulled }) => {
  const { lake, update } = pulled
  for (const id of ['ada', 'bob', 'eve']) await lake.client.create(toCreate(storedAuthor(id)))
  const told: [number, number][] = []
  const pages = { recent: 2, listed: 2, whole: 2 }
  await update({ pages, onProgress: (done, total) => told.push([done, total]) })
  expect(told).toEqual([
    [2, 3],
    [3, 3],
  ])
})

test('readers see the old state until all of a pull is there', async ({ pulled }) => {
  const { lake, mirror, update } = pulled
  await lake.client.create(toCreate(storedAuthor('ada')))
  await update()
  const position = mirror.position()
  await lake.client.create(toCreate(storedAuthor('bob')))
  await lake.client.patch('ada').set({ name: 'Ada Lovelace' }).commit()
  const seen: unknown[] = []
  await update({ onProgress: () => seen.push([mirror.ids(), mirror.head('ada'), mirror.position()]) })
  expect(seen).toEqual([[['ada'], expect.objectContaining({ name: 'Name of ada' }), position]])
  expect(mirror.ids()).toEqual(['ada', 'bob'])
  expect(mirror.head('ada')).toMatchObject({ name: 'Ada Lovelace' })
})

test('begins anew where the mirror is of another lake', async ({ pulled }) => {
  const { lake, file, update } = pulled
  await lake.client.create(toCreate(storedAuthor('one')))
  await update()
  const other = openMirror(file, 'another lake')
  expect(other.ids()).toEqual([])
  other.close()
})
