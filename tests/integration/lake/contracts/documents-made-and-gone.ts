import { expect } from 'vitest'
import type { MutationCase } from './mutation-case.ts'

const a = { _id: 'a', _type: 'note', text: 'first', tags: [{ _key: 'k1' }, { _key: 'k2' }], n: 1 }

/** Documents made, replaced and deleted. */
export const madeAndGone: MutationCase[] = [
  {
    name: 'create',
    mutations: [{ create: a }],
    results: [['a', 'create']],
    after: { a },
    events: [['a', 'appear']],
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
    name: 'a reference to what comes later in the same transaction',
    mutations: [
      { create: { _id: 'b', _type: 'note', ref: { _ref: 'c' } } },
      { create: { _id: 'c', _type: 'note' } },
    ],
    after: { b: { _id: 'b', _type: 'note', ref: { _ref: 'c' } }, c: { _id: 'c', _type: 'note' } },
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
  {
    name: 'dryRun in the body',
    body: { dryRun: true },
    before: [a],
    mutations: [{ delete: { id: 'a' } }],
    results: [['a', 'delete']],
    after: { a },
    events: [],
  },
  {
    name: 'the id of the transaction in the address',
    query: 'transactionId=T1',
    body: { transactionId: undefined },
    mutations: [{ create: a }],
    after: { a },
    events: [['a', 'appear']],
  },
  {
    name: 'createIfNotExists of a draft beside what is published',
    before: [a],
    mutations: [{ createIfNotExists: { ...a, _id: 'drafts.a' } }],
    results: [['drafts.a', 'create']],
    after: { 'drafts.a': { ...a, _id: 'drafts.a' } },
    events: [['drafts.a', 'appear']],
  },
  {
    name: 'create and delete in one transaction',
    mutations: [{ create: a }, { delete: { id: 'a' } }],
    results: [
      ['a', 'create'],
      ['a', 'delete'],
    ],
  },
  {
    name: 'delete and create again',
    before: [a],
    mutations: [{ delete: { id: 'a' } }, { create: { _id: 'a', _type: 'note', text: 'again' } }],
    results: [
      ['a', 'delete'],
      ['a', 'create'],
    ],
    after: { a: { _id: 'a', _type: 'note', text: 'again' } },
    events: [['a', 'update']],
  },
  {
    name: 'names that objects have in JavaScript are ordinary',
    mutations: [
      { create: { _id: 'b', _type: 'note', constructor: 1, toString: { prototype: 2 }, hasOwnProperty: 3 } },
    ],
    after: { b: { _id: 'b', _type: 'note', constructor: 1, toString: { prototype: 2 }, hasOwnProperty: 3 } },
    events: [['b', 'appear']],
  },
]
