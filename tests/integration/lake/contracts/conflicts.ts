import type { MutationCase } from './mutation-case.ts'

const a = { _id: 'a', _type: 'note', text: 'first', tags: [{ _key: 'k1' }, { _key: 'k2' }], n: 1 }

/** What goes wrong because of what is stored. */
export const conflicts: MutationCase[] = [
  {
    name: 'create what is there',
    before: [a],
    mutations: [{ create: { _id: 'b', _type: 'note' } }, { create: { ...a, text: 'second' } }],
    after: { a, b: null },
    error: { status: 409, type: 'documentAlreadyExistsError', message: 'Document by ID "a" already exists' },
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
    name: 'patch what is not there',
    mutations: [{ create: a }, { patch: { id: 'b', set: { x: 1 } } }],
    after: { a: null, b: null },
    error: {
      status: 409,
      type: 'documentNotFoundError',
      message: 'The document with the ID "b" was not found',
    },
  },
  ...(
    [
      [{ inc: { likes: 1 } }, 'Cannot increment "likes" because it is not present'],
      [{ dec: { 'deep.er': 1 } }, 'Cannot decrement "deep.er" because it is not present'],
      [{ inc: { text: 1 } }, 'Cannot increment "text" because it is not a number'],
      [{ unset: ['n'], inc: { n: 1 } }, 'Cannot increment "n" because it is not present'],
    ] as const
  ).map(([operations, message]) => ({
    name: `patch by ${JSON.stringify(operations)}`,
    before: [a],
    mutations: [{ patch: { id: 'a', set: { x: 1 } } }, { patch: { id: 'a', ...operations } }],
    error: { status: 409, type: 'mutationError', message },
  })),
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
    name: 'delete what is strongly referred to',
    before: [a, { _id: 'b', _type: 'note', ref: { _ref: 'a' } }],
    mutations: [{ delete: { id: 'a' } }],
    after: { a },
    error: { status: 409, type: 'documentHasExistingReferencesError', message: 'references to it from "b"' },
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
    name: 'delete and create again as something else',
    before: [a],
    mutations: [{ delete: { id: 'a' } }, { create: { _id: 'a', _type: 'other' } }],
    error: {
      status: 409,
      type: 'cannotModifyImmutableAttributeError',
      message: 'Cannot modify immutable attribute "_type"',
    },
  },
  {
    name: 'dryRun of what is refused',
    query: 'dryRun=true',
    before: [a],
    mutations: [{ create: a }],
    error: { status: 409, type: 'documentAlreadyExistsError', message: 'already exists' },
  },
]
