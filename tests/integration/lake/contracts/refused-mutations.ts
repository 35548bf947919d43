import type { MutationCase } from './mutation-case.ts'

const a = { _id: 'a', _type: 'note', text: 'first', list: [{ _key: 'k' }], n: 1 }
const create = (fields: object) => [{ create: { _id: 'b', _type: 'note', ...fields } }]
const patch = (operations: object) => [{ patch: { id: 'a', ...operations } }]

/** Requests that are wrong in themselves, and a part of what the answer has to say. */
const requests: [name: string, mutations: unknown, message: string][] = [
  ['no mutations', undefined, 'mutations'],
  ['mutations that are no list', { create: a }, 'mutations'],
  ['a mutation that is no object', ['create'], 'exactly one of create,'],
  ['null for a mutation', [null], 'exactly one of'],
  ['an unknown mutation', [{ upsert: a }], 'exactly one of create,'],
  ['a mutation by the name of a method', [{ toString: a }], 'exactly one of'],
  ['two mutations in one', [{ create: a, delete: { id: 'a' } }], 'exactly one of'],
  ['no type', [{ create: { _id: 'b' } }], '_type'],
  ['an empty type', create({ _type: '' }), 'does not have a type'],
  ['a type that is no text', create({ _type: 5 }), '_type'],
  ['an id that is no text', create({ _id: 5 }), '_id'],
  ['createOrReplace without an id', [{ createOrReplace: { _type: 'note' } }], '_id'],
  ['a time that is none', create({ _createdAt: 'yesterday' }), '_createdAt'],
  [
    'more than a reference in a reference',
    create({ ref: { _ref: 'a', y: 1 } }),
    'Key "y" not allowed in ref',
  ],
  ['an unknown operation', patch({ merge: {} }), 'merge'],
  ['a patch of nothing', [{ patch: { set: { x: 1 } } }], 'needs an id or a query'],
  ['a deletion of nothing', [{ delete: {} }], 'needs an id or a query'],
  ['operations that are no objects', patch({ set: 'x' }), 'patch.set'],
  ['unset that is no list', patch({ unset: 'n' }), 'patch.unset'],
  ['inc by a text', patch({ inc: { n: 'much' } }), 'patch.inc.n'],
  ['diffMatchPatch that is no text', patch({ diffMatchPatch: { text: 5 } }), 'patch.diffMatchPatch.text'],
  ['diffMatchPatch that is none', patch({ diffMatchPatch: { text: 'garbage' } }), 'cannot be applied to "a"'],
  [
    'diffMatchPatch with a broken escape',
    patch({ diffMatchPatch: { text: '@@ -1 +1 @@\n %\n' } }),
    'cannot be applied',
  ],
  [
    'diffMatchPatch with more to look for than any text has',
    patch({ diffMatchPatch: { text: '@@ -1 +1 @@\n-f\n+g\n'.repeat(1001) } }),
    '1000 hunks at most',
  ],
  [
    'diffMatchPatch with too many lines',
    patch({ diffMatchPatch: { text: `@@ -1 +1 @@\n${'+g\n'.repeat(10_001)}` } }),
    '10000 lines',
  ],
  ['a revision that is no text', patch({ ifRevisionID: 5 }), 'ifRevisionID'],
  ['a query that is none', [{ delete: { query: '*[' } }], 'parse error'],
  ['a query that is no text', [{ delete: { query: 5 } }], 'query'],
  ['inc out of range', patch({ set: { n: 1.7e308 }, inc: { n: 1.7e308 } }), 'Numbers have to be between'],
  ['insert without a place', patch({ insert: { items: [] } }), 'exactly one of before'],
  [
    'insert to two places',
    patch({ insert: { before: 'x', after: 'y', items: [] } }),
    'exactly one of before',
  ],
  ['insert of what is no list', patch({ insert: { before: 'x', items: 1 } }), 'insert.items'],
  ['insert at a path that is none', patch({ insert: { before: 'x[', items: [1] } }), 'is not a path'],
  ['a type that a patch takes away', patch({ unset: ['_type'] }), 'immutable attribute "_type"'],
]

const ids = ['a/b', 'a b', '-a', '.a', 'a..b', 'é', '../../etc', 'a\n', 'x'.repeat(129), 'drafts./a', '*']

const paths = [
  '',
  '.',
  'x[[',
  'x]',
  'a b',
  'a,n',
  'a:b',
  'a==1',
  'a.',
  '.a',
  '..',
  'a[0]b',
  '$',
  'x-y',
  'é',
  '__proto__',
]
const hostilePaths = ["['__proto__'].x", 'a.__proto__', `${'a.'.repeat(600)}a`]

const refusals: [name: string, mutations: unknown, message: string][] = [
  ...requests,
  ...ids.flatMap((id): [string, unknown, string][] => [
    [`create with the id ${JSON.stringify(id)}`, create({ _id: id }), 'Malformed document ID'],
    [`patch of the id ${JSON.stringify(id)}`, [{ patch: { id, set: {} } }], 'Malformed document ID'],
    [`delete of the id ${JSON.stringify(id)}`, [{ delete: { id } }], 'Malformed document ID'],
  ]),
  ...[...paths, ...hostilePaths].flatMap((path): [string, unknown, string][] => [
    [`set at ${path.slice(0, 20)}`, patch({ set: { [path]: 1 } }), ''],
    [`unset at ${path.slice(0, 20)}`, patch({ unset: [path] }), 'is not a path'],
  ]),
]

export const refusedMutations: MutationCase[] = [
  ...refusals.map(([name, mutations, message]) => ({
    name,
    before: [a],
    mutations,
    error: { status: message.startsWith('immutable') ? 409 : 400, message },
  })),
  {
    name: 'an id of the transaction that is none, in the address',
    query: 'transactionId=a/b',
    body: { transactionId: undefined },
    mutations: create({}),
    error: { status: 400, message: 'transactionId' },
  },
  {
    name: 'dryRun that is neither true nor false',
    body: { dryRun: 'yes' },
    mutations: create({}),
    error: { status: 400, message: 'dryRun' },
  },
]
