import type { Action } from '@sanity/client'
import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'

type Fields = Record<string, unknown>

type Case = {
  name: string
  before: Fields[]
  actions: object[]
  /** Every document there is afterwards, by id, without what the lake adds. */
  after?: Record<string, Fields>
  error?: string
}

const published = { _id: 'a', _type: 'note', text: 'published' }
const draft = { _id: 'drafts.a', _type: 'note', text: 'draft' }
const ids = { publishedId: 'a', draftId: 'drafts.a' }
const version = { _id: 'versions.rSummer.a', _type: 'note', text: 'summer' }

function action(name: string, fields: object): object {
  return { actionType: `sanity.action.document.${name}`, ...fields }
}

const cases: Case[] = [
  {
    name: 'create',
    before: [],
    actions: [action('create', { publishedId: 'a', attributes: draft, ifExists: 'fail' })],
    after: { 'drafts.a': draft },
  },
  {
    name: 'create without an id makes a draft',
    before: [],
    actions: [action('create', { publishedId: 'a', attributes: { _type: 'note' }, ifExists: 'fail' })],
    after: { 'drafts.a': { _id: 'drafts.a', _type: 'note' } },
  },
  {
    name: 'create what is there',
    before: [draft],
    actions: [action('create', { publishedId: 'a', attributes: draft, ifExists: 'fail' })],
    error: 'already exists',
  },
  {
    name: 'create what may be there',
    before: [draft],
    actions: [
      action('create', { publishedId: 'a', attributes: { ...draft, text: 'x' }, ifExists: 'ignore' }),
    ],
    after: { 'drafts.a': draft },
  },
  {
    name: 'create under another id',
    before: [],
    actions: [action('create', { publishedId: 'b', attributes: draft, ifExists: 'fail' })],
    error: '"drafts.a" is not a version of "b"',
  },
  {
    name: 'edit a draft',
    before: [published, draft],
    actions: [action('edit', { ...ids, patch: { set: { text: 'edited' } } })],
    after: { a: published, 'drafts.a': { ...draft, text: 'edited' } },
  },
  {
    name: 'edit what is only published makes a draft',
    before: [published],
    actions: [action('edit', { ...ids, patch: { set: { more: 1 } } })],
    after: { a: published, 'drafts.a': { ...published, _id: 'drafts.a', more: 1 } },
  },
  {
    name: 'edit nothing',
    before: [],
    actions: [action('edit', { ...ids, patch: { set: { more: 1 } } })],
    error: 'Document "a" was not found',
  },
  {
    name: 'publish for the first time',
    before: [draft],
    actions: [action('publish', ids)],
    after: { a: { ...draft, _id: 'a' } },
  },
  {
    name: 'publish again, after an edit in the same request',
    before: [published, draft],
    actions: [action('edit', { ...ids, patch: { set: { text: 'edited' } } }), action('publish', ids)],
    after: { a: { ...draft, _id: 'a', text: 'edited' } },
  },
  {
    name: 'publish strengthens references',
    before: [
      { _id: 'b', _type: 'note' },
      { ...draft, ref: { _ref: 'b', _weak: true, _strengthenOnPublish: { type: 'note' } } },
    ],
    actions: [action('publish', ids)],
    after: { a: { ...draft, _id: 'a', ref: { _ref: 'b' } }, b: { _id: 'b', _type: 'note' } },
  },
  {
    name: 'publish a reference to what is not published',
    before: [
      { _id: 'drafts.b', _type: 'note' },
      { ...draft, ref: { _ref: 'b', _weak: true, _strengthenOnPublish: { type: 'note' } } },
    ],
    actions: [action('publish', ids)],
    error: 'references non-existent document "b"',
  },
  {
    name: 'publish nothing',
    before: [published],
    actions: [action('publish', ids)],
    error: 'Document "drafts.a" was not found',
  },
  {
    name: 'publish over another revision',
    before: [published, draft],
    actions: [action('publish', { ...ids, ifPublishedRevisionId: 'old' })],
    error: 'expected "old"',
  },
  {
    name: 'publish another draft revision',
    before: [draft],
    actions: [action('publish', { ...ids, ifDraftRevisionId: 'old' })],
    error: 'expected "old"',
  },
  {
    name: 'unpublish',
    before: [published],
    actions: [action('unpublish', ids)],
    after: { 'drafts.a': { ...published, _id: 'drafts.a' } },
  },
  {
    name: 'unpublish keeps the draft there is',
    before: [published, draft],
    actions: [action('unpublish', ids)],
    after: { 'drafts.a': draft },
  },
  {
    name: 'unpublish nothing',
    before: [draft],
    actions: [action('unpublish', ids)],
    error: 'Document "a" was not found',
  },
  {
    name: 'unpublish what others need',
    before: [published, { _id: 'b', _type: 'note', ref: { _ref: 'a' } }],
    actions: [action('unpublish', ids)],
    error: 'cannot be deleted as there are references to it from "b"',
  },
  {
    name: 'delete with its draft',
    before: [published, draft],
    actions: [action('delete', { publishedId: 'a', includeDrafts: ['drafts.a'] })],
    after: {},
  },
  {
    name: 'delete nothing',
    before: [],
    actions: [action('delete', { publishedId: 'a' })],
    error: 'not found',
  },
  {
    name: 'discard',
    before: [published, draft],
    actions: [action('discard', { draftId: 'drafts.a' })],
    after: { a: published },
  },
  {
    name: 'discard nothing',
    before: [published],
    actions: [action('discard', { draftId: 'drafts.a' })],
    error: 'not found',
  },
  {
    name: 'replaceDraft',
    before: [draft],
    actions: [action('replaceDraft', { publishedId: 'a', attributes: { _id: 'drafts.a', _type: 'note' } })],
    after: { 'drafts.a': { _id: 'drafts.a', _type: 'note' } },
  },
  {
    name: 'version.create with a document',
    before: [published],
    actions: [action('version.create', { publishedId: 'a', document: version })],
    after: { a: published, [version._id]: version },
  },
  {
    name: 'version.create from a base',
    before: [published],
    actions: [action('version.create', { publishedId: 'a', baseId: 'a', versionId: version._id })],
    after: { a: published, [version._id]: { ...published, _id: version._id } },
  },
  {
    name: 'version.replace',
    before: [version],
    actions: [action('version.replace', { document: { ...version, text: 'other' } })],
    after: { [version._id]: { ...version, text: 'other' } },
  },
  {
    name: 'version.discard',
    before: [published, version],
    actions: [action('version.discard', { versionId: version._id })],
    after: { a: published },
  },
  {
    name: 'version.unpublish marks the intention',
    before: [published],
    actions: [action('version.unpublish', { publishedId: 'a', versionId: version._id })],
    after: { a: published, [version._id]: { ...published, _id: version._id, _system: { delete: true } } },
  },
  {
    name: 'all or nothing',
    before: [published],
    actions: [
      action('edit', { ...ids, patch: { set: { more: 1 } } }),
      action('discard', { draftId: 'drafts.b' }),
    ],
    error: 'Document "drafts.b" was not found',
  },
  {
    name: 'an action that is not there',
    before: [published],
    actions: [{ actionType: 'sanity.action.release.create', releaseId: 'r' }],
    error: 'Action 0: "sanity.action.release.create" is not supported by the local lake',
  },
  {
    name: 'an action without what it needs',
    before: [published],
    actions: [action('publish', { publishedId: 'a' })],
    error: 'Action 0 at draftId',
  },
]

describe('actions', () => {
  test.for(cases)('$name', async ({ before, actions, after, error }, { lake }) => {
    for (const document of before) await lake.client.create(document as typeof published)
    const act = lake.client.action(actions as Action[], { transactionId: 'T1' })
    if (error) await expect(act).rejects.toThrow(error)
    else expect(await act).toEqual({ transactionId: 'T1' })
    const expected = after ?? Object.fromEntries(before.map((document) => [document._id, document]))
    const documents: Fields[] = await lake.client.fetch('*', {}, { perspective: 'raw' })
    expect(Object.fromEntries(documents.map((document) => [document._id, content(document)]))).toEqual(
      expected,
    )
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

function content({ _rev, _createdAt, _updatedAt, ...fields }: Fields): Fields {
  return fields
}
