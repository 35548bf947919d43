import type { MutationCase } from './mutation-case.ts'

const a = { _id: 'a', _type: 'note', text: 'first', tags: [{ _key: 'k1' }, { _key: 'k2' }], n: 1 }

/** Documents changed in part. */
export const patches: MutationCase[] = [
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
    name: 'patch of several ids',
    before: [a, { _id: 'b', _type: 'note' }],
    mutations: [{ patch: { id: ['a', 'b'], set: { seen: true } } }],
    results: [
      ['a', 'update'],
      ['b', 'update'],
    ],
    after: { a: { ...a, seen: true }, b: { _id: 'b', _type: 'note', seen: true } },
    events: [
      ['a', 'update'],
      ['b', 'update'],
    ],
  },
  {
    name: 'patch and delete by a query that finds nothing',
    before: [a],
    mutations: [
      { patch: { query: '*[_type == "none"]', set: { x: 1 } } },
      { delete: { query: '*[_type == $type]', params: { type: 'none' } } },
    ],
    results: [],
    after: { a },
  },
  {
    name: 'a patch that changes nothing is a transaction all the same',
    before: [a],
    mutations: [{ patch: { id: 'a', unset: ['_empty_action_guard_pseudo_field_'] } }],
    results: [['a', 'update']],
    events: [['a', 'update']],
  },
  {
    name: 'every way to name a place in an array',
    before: [{ _id: 'l', _type: 'note', list: [{ _key: 'x', n: 1 }, { _key: 'y', n: 2 }, { _key: 'z' }] }],
    mutations: [
      { patch: { id: 'l', set: { 'list[*].all': true, 'list[_key=="y"].one': 1, 'list[-1].last': 1 } } },
      { patch: { id: 'l', set: { 'list[n > 1].big': 1, "list[0]['odd name']": 1, '..n': 7 } } },
      { patch: { id: 'l', insert: { replace: 'list[0:1]', items: [{ _key: 'w', n: 0 }] } } },
    ],
    after: {
      l: {
        _id: 'l',
        _type: 'note',
        list: [
          { _key: 'w', n: 0 },
          { _key: 'y', n: 7, all: true, one: 1, big: 1 },
          { _key: 'z', all: true, last: 1 },
        ],
      },
    },
    events: [['l', 'update']],
  },
  {
    name: 'places that are not there are left alone',
    before: [a],
    mutations: [
      {
        patch: {
          id: 'a',
          set: { 'tags[999999999]': 1, 'tags[_key=="none"].x': 1 },
          inc: { 'tags[7].n': 1, 'tags[_key=="none"].n': 1 },
        },
      },
      { patch: { id: 'a', insert: { after: 'none[_key=="x"]', items: [1] }, unset: ['none', 'tags[77]'] } },
    ],
    after: { a },
    events: [['a', 'update']],
  },
  {
    name: 'what is done at every item is done once at each',
    before: [{ _id: 'l', _type: 'note', list: [{ n: 1, tags: ['a'] }, { n: 2, tags: [] }, { n: 3 }] }],
    mutations: [
      { patch: { id: 'l', inc: { 'list[*].n': 1 }, insert: { after: 'list[0:].tags[-1]', items: ['z'] } } },
      { patch: { id: 'l', dec: { 'list[0:2].n': 5 }, unset: ['list[1:].tags'] } },
      { patch: { id: 'l', setIfMissing: { 'list[*].n': 9, 'list[-1:].last': true } } },
      { patch: { id: 'l', insert: { replace: 'list[7:9]', items: ['nowhere'] } } },
    ],
    after: {
      l: { _id: 'l', _type: 'note', list: [{ n: -3, tags: ['a', 'z'] }, { n: -2 }, { n: 4, last: true }] },
    },
    events: [['l', 'update']],
  },
  ...['0:99999999999999', '-9007199254740993:9007199254740993', '0:999999999'].map((range) => ({
    name: `a range ends where its array does: ${range}`,
    before: [{ _id: 'l', _type: 'note', list: [{ n: 1 }, { n: 2 }], one: [1], 'a:9': [1] }],
    mutations: [
      { patch: { id: 'l', set: { [`list[${range}].x`]: 1 }, inc: { [`list[${range}].n`]: 1 } } },
      { patch: { id: 'l', unset: [`one[${range}]`, "['a:9'][0]"] } },
      { patch: { id: 'l', insert: { after: `list[${range}]`, items: [{ n: 9 }] } } },
    ],
    after: {
      l: { _id: 'l', _type: 'note', list: [{ n: 2, x: 1 }, { n: 3, x: 1 }, { n: 9 }], one: [], 'a:9': [] },
    },
    events: [['l', 'update']] as [string, string][],
  })),
  {
    name: 'counting begins with what the same patch sets',
    before: [a],
    mutations: [{ patch: { id: 'a', setIfMissing: { likes: 0, n: 7 }, inc: { likes: 1 }, dec: { n: 3 } } }],
    after: { a: { ...a, likes: 1, n: -2 } },
    events: [['a', 'update']],
  },
  {
    name: 'system fields are the lake’s own',
    before: [a],
    mutations: [{ patch: { id: 'a', set: { _rev: 'mine', _updatedAt: 'now', _createdAt: 'then' } } }],
    after: { a },
    events: [['a', 'update']],
  },
  {
    name: 'dryRun by query',
    query: 'dryRun=true&returnDocuments=false&visibility=deferred&tag=a.b',
    before: [a],
    mutations: [{ patch: { query: '*', set: { x: 1 } } }],
    results: [['a', 'update']],
  },
]
