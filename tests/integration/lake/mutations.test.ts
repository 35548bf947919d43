import type { SanityClient } from '@sanity/client'
import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { listenTo } from '../../support/listening.ts'

type Fields = Record<string, unknown>

/** A request, what was there before, and what has to be there, answered and told after it. */
type Case = {
  name: string
  before?: Fields[]
  mutations: object[]
  query?: string
  results?: [id: string, operation: string][]
  /** Documents by id without what the lake adds; null for gone. */
  after: Record<string, Fields | null>
  events?: [documentId: string, transition: string][]
  error?: { status: number; type?: string; message: string }
}

const a = { _id: 'a', _type: 'note', text: 'first', tags: [{ _key: 'k1' }, { _key: 'k2' }], n: 1 }
const { _id: _a, ...contentOfA } = a

const cases: Case[] = [
  {
    name: 'create',
    mutations: [{ create: a }],
    results: [['a', 'create']],
    after: { a },
    events: [['a', 'appear']],
  },
  {
    name: 'create what is there',
    before: [a],
    mutations: [{ create: { _id: 'b', _type: 'note' } }, { create: { ...a, text: 'second' } }],
    after: { a, b: null },
    error: { status: 409, type: 'documentAlreadyExistsError', message: 'Document by ID "a" already exists' },
  },
  {
    name: 'createIfNotExists',
    before: [a],
    mutations: [
      { createIfNotExists: { ...a, text: 'second' } },
      { createIfNotExists: { _id: 'b', _type: 'note' } },
    ],
    results: [
      ['a', 'none'],
      ['b', 'create'],
    ],
    after: { a, b: { _id: 'b', _type: 'note' } },
    events: [['b', 'appear']],
  },
  {
    name: 'createOrReplace',
    before: [a],
    mutations: [{ createOrReplace: { _id: 'a', _type: 'note', only: true } }],
    results: [['a', 'update']],
    after: { a: { _id: 'a', _type: 'note', only: true } },
    events: [['a', 'update']],
  },
  {
    name: 'createOrReplace as something else',
    before: [a],
    mutations: [{ createOrReplace: { _id: 'a', _type: 'other' } }],
    after: { a },
    error: {
      status: 409,
      type: 'cannotModifyImmutableAttributeError',
      message: 'Cannot modify immutable attribute "_type"',
    },
  },
  {
    name: 'every operation of a patch',
    before: [a],
    mutations: [
      {
        patch: {
          id: 'a',
          set: { text: 'abc', 'deep.er': 1 },
          setIfMissing: { text: 'ignored', added: true },
          unset: ['tags[_key=="k1"]'],
          insert: { after: 'tags[-1]', items: [{ _key: 'k3' }] },
          inc: { n: 5 },
        },
      },
      { patch: { id: 'a', dec: { n: 2 }, diffMatchPatch: { text: '@@ -1,3 +1,4 @@\n abc\n+d\n' } } },
    ],
    results: [
      ['a', 'update'],
      ['a', 'update'],
    ],
    after: {
      a: { ...a, text: 'abcd', deep: { er: 1 }, added: true, tags: [{ _key: 'k2' }, { _key: 'k3' }], n: 4 },
    },
    events: [['a', 'update']],
  },
  {
    name: 'patch by query sees what its own transaction did',
    before: [a, { _id: 'b', _type: 'note' }, { _id: 'c', _type: 'other' }],
    mutations: [
      { create: { _id: 'd', _type: 'note' } },
      { patch: { query: '*[_type == $type]', params: { type: 'note' }, set: { seen: true } } },
    ],
    after: {
      a: { ...a, seen: true },
      b: { _id: 'b', _type: 'note', seen: true },
      c: { _id: 'c', _type: 'other' },
      d: { _id: 'd', _type: 'note', seen: true },
    },
    events: [
      ['d', 'appear'],
      ['a', 'update'],
      ['b', 'update'],
    ],
  },
  {
    name: 'patch what is not there',
    mutations: [{ create: a }, { patch: { id: 'b', set: { x: 1 } } }],
    after: { a: null, b: null },
    error: {
      status: 409,
      type: 'documentNotFoundError',
      message: 'The document with the ID "b" was not found',
    },
  },
  {
    name: 'patch of another revision',
    before: [a],
    mutations: [{ patch: { id: 'a', ifRevisionID: 'old', set: { x: 1 } } }],
    after: { a },
    error: { status: 409, type: 'documentRevisionIDDoesNotMatchError', message: 'expected "old"' },
  },
  {
    name: 'patch of the id',
    before: [a],
    mutations: [{ patch: { id: 'a', set: { _id: 'b' } } }],
    after: { a, b: null },
    error: { status: 409, type: 'cannotModifyImmutableAttributeError', message: 'immutable attribute "_id"' },
  },
  {
    name: 'delete, also of what is not there',
    before: [a],
    mutations: [{ delete: { id: 'a' } }, { delete: { id: 'b' } }],
    results: [
      ['a', 'delete'],
      ['b', 'none'],
    ],
    after: { a: null },
    events: [['a', 'disappear']],
  },
  {
    name: 'delete by query',
    before: [a, { _id: 'drafts.a', _type: 'note' }, { _id: 'c', _type: 'other' }],
    mutations: [{ delete: { query: '*[_type == "note"]' } }],
    after: { a: null, 'drafts.a': null, c: { _id: 'c', _type: 'other' } },
    events: [
      ['a', 'disappear'],
      ['drafts.a', 'disappear'],
    ],
  },
  {
    name: 'delete what is strongly referred to',
    before: [a, { _id: 'b', _type: 'note', ref: { _ref: 'a' } }],
    mutations: [{ delete: { id: 'a' } }],
    after: { a },
    error: { status: 409, type: 'documentHasExistingReferencesError', message: 'references to it from "b"' },
  },
  {
    name: 'delete what is weakly referred to, and two that refer to one another',
    before: [a, { _id: 'b', _type: 'note', ref: { _ref: 'a', _weak: true } }],
    mutations: [
      { create: { _id: 'c', _type: 'note', ref: { _ref: 'b' } } },
      { delete: { id: 'a' } },
      { delete: { id: 'c' } },
      { delete: { id: 'b' } },
    ],
    after: { a: null, b: null, c: null },
    events: [
      ['a', 'disappear'],
      ['b', 'disappear'],
    ],
  },
  {
    name: 'a strong reference to nothing',
    mutations: [{ create: { _id: 'b', _type: 'note', ref: { _ref: 'nothing' } } }],
    after: { b: null },
    error: {
      status: 409,
      type: 'documentReferenceDoesNotExistError',
      message: 'references non-existent document "nothing"',
    },
  },
  {
    name: 'a reference to what comes later in the same transaction',
    mutations: [
      { create: { _id: 'b', _type: 'note', ref: { _ref: 'c' } } },
      { create: { _id: 'c', _type: 'note' } },
    ],
    after: { b: { _id: 'b', _type: 'note', ref: { _ref: 'c' } } },
    events: [
      ['b', 'appear'],
      ['c', 'appear'],
    ],
  },
  {
    name: 'keys for arrays',
    query: 'autoGenerateArrayKeys=true',
    mutations: [{ create: { _id: 'b', _type: 'note', list: [{ x: 1 }] } }],
    after: { b: { _id: 'b', _type: 'note', list: [{ x: 1, _key: expect.any(String) }] } },
    events: [['b', 'appear']],
  },
  {
    name: 'dryRun',
    query: 'dryRun=true',
    before: [a],
    mutations: [{ delete: { id: 'a' } }],
    results: [['a', 'delete']],
    after: { a },
    events: [],
  },
  ...(
    [
      ['no mutations', undefined, 'mutations'],
      ['an unknown mutation', [{ upsert: a }], 'Mutation 0: expected an object with exactly one of create,'],
      ['two mutations in one', [{ create: a, delete: { id: 'a' } }], 'exactly one of'],
      ['no type', [{ create: { _id: 'a' } }], '_type'],
      ['an impossible id', [{ create: { ...a, _id: 'a/b' } }], 'Invalid document ID "a/b"'],
      ['an over-long id', [{ create: { ...a, _id: 'a'.repeat(129) } }], 'Invalid document ID'],
      ['an unknown operation', [{ patch: { id: 'a', merge: {} } }], 'merge'],
      ['a patch of nothing', [{ patch: { set: { x: 1 } } }], 'needs an id or a query'],
      ['inc of a text', [{ patch: { id: 'a', inc: { n: 'much' } } }], 'patch.inc.n'],
      ['a patch path that is none', [{ patch: { id: 'a', set: { 'x[[': 1 } } }], ''],
      ['a query that is none', [{ delete: { query: '*[' } }], 'Syntax error'],
      [
        'an insert to two places',
        [{ patch: { id: 'a', insert: { before: 'x', after: 'y', items: [] } } }],
        'exactly one of before',
      ],
    ] satisfies [string, unknown, string][]
  ).map(
    ([name, mutations, message]): Case => ({
      name,
      before: [a],
      mutations: mutations as object[],
      after: { a },
      error: { status: 400, message },
    }),
  ),
]

describe('request, state before, answer, state after, events', () => {
  test.for(cases)('$name', async (one, { lake }) => {
    const { client } = lake
    for (const document of one.before ?? []) await client.create(document as typeof a)
    const revisions = await stateOf(client)
    const listening = await listenTo(client, '*', { includeResult: true })

    const request = client.request({
      method: 'POST',
      url: `/data/mutate/production?returnIds=true&${one.query ?? ''}`,
      body: { mutations: one.mutations, transactionId: 'T1' },
    })
    if (one.error) {
      const error = await request.then(
        () => undefined,
        (reason) => reason,
      )
      expect(error?.message).toContain(one.error.message)
      expect(error.statusCode).toBe(one.error.status)
      if (one.error.type) expect(error.details.items[0].error.type).toBe(one.error.type)
      expect(await stateOf(client)).toEqual(revisions)
    } else {
      const answer = await request
      expect(answer.transactionId).toBe('T1')
      if (one.results) {
        expect(answer.results).toEqual(one.results.map(([id, operation]) => ({ id, operation })))
      }
    }

    for (const [id, expected] of Object.entries(one.after)) {
      expect(withoutSystemFields((await client.getDocument(id)) ?? null)).toEqual(expected)
    }

    // One more change tells that no event is still to come.
    await client.create({ _id: 'end', _type: 'end' })
    const expected = one.error ? [] : (one.events ?? [])
    const events = await listening.take(expected.length + 1)
    listening.stop()
    expect(events.map((event) => [event.documentId, event.transition])).toEqual([
      ...expected,
      ['end', 'appear'],
    ])
    events.slice(0, -1).forEach((event, index) => {
      const id = String(event.documentId)
      expect(event).toMatchObject({
        transactionId: 'T1',
        eventId: `T1#${id}`,
        transactionCurrentEvent: index + 1,
        transactionTotalEvents: expected.length,
      })
      expect(event.previousRev).toBe(revisions[id])
      expect(event.resultRev).toBe('T1')
      if (event.transition !== 'disappear') expect(event.result).toMatchObject({ _id: id, _rev: 'T1' })
    })
  })
})

test('the lake adds revision and times, and keeps when a document was made', async ({ lake }) => {
  const early = { ...a, _createdAt: '2020-02-02T02:02:02Z' }
  const created = await lake.client.mutate([{ create: early }], {
    transactionId: 'one',
    returnDocuments: true,
  })
  expect(created).toEqual([
    { ...early, _rev: 'one', _updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) },
  ])
  const replaced = await lake.client.createOrReplace({ _id: 'a', _type: 'note' })
  expect(replaced._createdAt).toBe('2020-02-02T02:02:02Z')
})

test('ids are made where they are missing, and under a path where they end in a dot', async ({ lake }) => {
  const free = await lake.client.create(contentOfA)
  expect(free._id).toMatch(/^[0-9a-f-]{36}$/)
  const below = await lake.client.create({ ...contentOfA, _id: 'drafts.' })
  expect(below._id).toMatch(/^drafts\.[0-9a-f-]{36}$/)
})

test('a transaction id can be used once', async ({ lake }) => {
  await lake.client.mutate([{ create: a }], { transactionId: 'once' })
  await expect(
    lake.client.mutate([{ create: { ...a, _id: 'b' } }], { transactionId: 'once' }),
  ).rejects.toThrow('Transaction ID "once" has already been used')
  expect(await lake.client.getDocument('b')).toBeUndefined()
})

test('a transaction can return its documents', async ({ lake }) => {
  const documents = await lake.client
    .transaction()
    .create(a)
    .patch('a', (patch) => patch.inc({ n: 1 }))
    .commit({ returnDocuments: true })
  expect(documents.map(({ n }) => n)).toEqual([1, 2])
})

async function stateOf(client: SanityClient): Promise<Record<string, string>> {
  const documents: { _id: string; _rev: string }[] = await client.fetch(
    '*{_id, _rev}',
    {},
    { perspective: 'raw' },
  )
  return Object.fromEntries(documents.map(({ _id, _rev }) => [_id, _rev]))
}

function withoutSystemFields(document: Fields | null): Fields | null {
  if (!document) return null
  const { _rev, _createdAt, _updatedAt, ...content } = document
  return content
}
