import { expect } from 'vitest'

export type Fields = Record<string, unknown>

/** A request, what was there before, and what has to be there, answered and told after it. */
export type MutationCase = {
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
export const cases: MutationCase[] = [
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
    ([name, mutations, message]): MutationCase => ({
      name,
      before: [a],
      mutations: mutations as object[],
      after: { a },
      error: { status: 400, message },
    }),
  ),
]
