import type { Action } from '@sanity/client'
import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { action, draft, ids, published, version } from './contracts/action-case.ts'
import { expectContract } from './contracts/contract.ts'
import { draftActions } from './contracts/draft-actions.ts'
import { publicationActions } from './contracts/publication-actions.ts'
import { refusedActions } from './contracts/refused-actions.ts'
import { versionActions } from './contracts/version-actions.ts'

const cases = [...draftActions, ...publicationActions, ...versionActions, ...refusedActions]

describe('request, state before, answer, state after, events', () => {
  test.for(cases)('$name', async (one, { lake }) => {
    const answer = await expectContract(lake.client, one, () =>
      lake.client.request({
        method: 'POST',
        url: '/data/actions/production',
        body: { actions: one.actions, transactionId: 'T1' },
      }),
    )
    if (!one.error) expect(answer).toEqual({ transactionId: 'T1' })
  })
})

test('an error names the action', async ({ lake }) => {
  await lake.client.create(draft)
  const actions = [action('publish', ids), action('discard', { draftId: 'drafts.b' })]
  await expect(lake.client.action(actions as Action[])).rejects.toMatchObject({
    statusCode: 409,
    details: {
      type: 'actionError',
      items: [{ index: 1, error: { type: 'documentNotFoundError', id: 'drafts.b' } }],
    },
  })
})

test('publishing keeps when the document was first made', async ({ lake }) => {
  const { client } = lake
  await client.create({ ...published, _createdAt: '2020-01-01T00:00:00Z' })
  await client.create({ ...draft, _createdAt: '2024-01-01T00:00:00Z' })
  await client.action(action('publish', ids) as Action)
  expect((await client.getDocument('a'))?._createdAt).toBe('2020-01-01T00:00:00Z')
})

test('a dry run changes nothing', async ({ lake }) => {
  await lake.client.create(draft)
  await lake.client.action(action('publish', ids) as Action, { dryRun: true })
  expect(await lake.client.getDocument('a')).toBeUndefined()
})

describe('the client’s own methods for versions', () => {
  const place = { releaseId: 'rSummer', publishedId: 'a' }
  const { _id, ...content } = version

  test('createVersion, replaceVersion, discardVersion', async ({ lake }) => {
    const { client } = lake
    await client.createVersion({ ...place, document: content })
    expect(await client.getDocument('a', { releaseId: 'rSummer' })).toMatchObject(version)
    await client.replaceVersion({ ...place, document: { ...content, text: 'other' } })
    expect(await client.getDocument('a', { releaseId: 'rSummer' })).toMatchObject({ text: 'other' })
    await client.discardVersion(place)
    expect(await client.getDocument(_id)).toBeUndefined()
  })

  test('createVersion from what is published, and unpublishVersion', async ({ lake }) => {
    const { client } = lake
    await client.create(published)
    await client.createVersion({ ...place, baseId: 'a' })
    expect(await client.getDocument(_id)).toMatchObject({ text: 'published' })
    await client.unpublishVersion(place)
    expect(await client.getDocument(_id)).toMatchObject({ _system: { delete: true } })
    await client.createVersion({ baseId: 'a', publishedId: 'a' })
    expect(await client.getDocument('drafts.a')).toMatchObject({ text: 'published' })
  })
})
