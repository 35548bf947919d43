import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { createLakeClient } from '../../../src/cms/client.ts'
import { openMirror } from '../../../src/cms/mirror.ts'
import { pull } from '../../../src/cms/pull.ts'
import { storedAuthor, storedRecap, storedSettings, toCreate } from '../../support/documents.ts'
import { type TestLake, test } from '../../support/lake.ts'

const settingsOf = (lake: TestLake) => ({
  projectId: lake.projectId,
  dataset: lake.dataset,
  apiHost: lake.url,
  token: lake.token,
})

/** A mirror of the lake, and how to bring it up to date. */
function mirrorOf(lake: TestLake) {
  const mirror = openMirror(join(lake.dataDir, 'mirror.sqlite'), lake.url)
  const update = () => pull(createLakeClient(settingsOf(lake)), mirror)
  const ids = () => mirror.read().documents.map((document) => document._id)
  return { mirror, update, ids }
}

describe('pull', () => {
  test('brings what is new, then nothing, then what has changed, then what is gone', async ({ lake }) => {
    const { mirror, update, ids } = mirrorOf(lake)
    await lake.client
      .transaction()
      .create(toCreate(storedSettings()))
      .create(toCreate(storedAuthor('ada')))
      .create(toCreate(storedRecap('one')))
      .create(toCreate(storedRecap('two')))
      .commit()
    expect((await update()).changed.sort()).toEqual(['ada', 'one', 'siteSettings', 'two'])
    expect(await update()).toEqual({ changed: [], removed: [], total: 4 })

    await lake.client.patch('two', { set: { title: 'Changed' } }).commit()
    expect((await update()).changed).toEqual(['two'])
    expect(mirror.read().documents.find((document) => document._id === 'two')).toMatchObject({
      title: 'Changed',
    })

    await lake.client.delete('one')
    expect((await update()).removed).toEqual(['one'])
    expect(ids()).toEqual(['ada', 'siteSettings', 'two'])
  })

  test('never brings drafts, other types or what an organiser has taken back', async ({ lake }) => {
    const { update, ids } = mirrorOf(lake)
    await lake.client.create(toCreate(storedAuthor('ada')))
    await lake.client.create(toCreate({ ...storedRecap('one'), _id: 'drafts.one' }))
    await lake.client.create({ _id: 'note', _type: 'note' })
    await update()
    expect(ids()).toEqual(['ada'])

    const ofOne = { draftId: 'drafts.one', publishedId: 'one' }
    await lake.client.action({ actionType: 'sanity.action.document.publish', ...ofOne })
    await update()
    expect(ids()).toEqual(['ada', 'one'])

    await lake.client.action({ actionType: 'sanity.action.document.unpublish', ...ofOne })
    await update()
    expect(ids()).toEqual(['ada'])
  })

  test('sets aside what is invalid, names it, and keeps its last good version', async ({ lake }) => {
    const { mirror, update, ids } = mirrorOf(lake)
    await lake.client.create(toCreate(storedAuthor('ada')))
    await lake.client.create(toCreate(storedRecap('good', { title: 'Good title' })))
    await lake.client.create(toCreate(storedRecap('never-good', { body: [{ _type: 'poll', _key: 'k' }] })))
    await update()
    expect(ids()).toEqual(['ada', 'good'])
    expect(mirror.read().refusals).toMatchObject([
      {
        id: 'never-good',
        type: 'recap',
        title: 'Title of never-good',
        problems: [expect.stringContaining('"poll"')],
      },
    ])

    await lake.client.patch('good').set({ title: '' }).commit()
    await update()
    expect(mirror.read().refusals.map((refusal) => refusal.id)).toEqual(['good', 'never-good'])
    expect(mirror.read().documents[1]).toMatchObject({ _id: 'good', title: 'Good title' })

    await lake.client.patch('good').set({ title: 'Mended' }).commit()
    await lake.client.delete('never-good')
    await update()
    expect(mirror.read().refusals).toEqual([])
    expect(mirror.read().documents[1]).toMatchObject({ _id: 'good', title: 'Mended' })
  })

  test('takes a lake that was emptied for a mistake', async ({ lake }) => {
    const { update, ids } = mirrorOf(lake)
    await lake.client.create(toCreate(storedAuthor('one')))
    await update()
    await lake.client.delete('one')
    await expect(update()).rejects.toMatchObject({ message: expect.stringContaining('nothing is published') })
    expect(ids()).toEqual(['one'])
  })

  test('begins anew where the mirror is of another lake', async ({ lake }) => {
    const { mirror, update } = mirrorOf(lake)
    await lake.client.create(toCreate(storedAuthor('one')))
    await update()
    mirror.close()
    const other = openMirror(join(lake.dataDir, 'mirror.sqlite'), 'another lake')
    expect(other.read().documents).toEqual([])
  })
})
