import { describe, expect, test } from 'vitest'
import type { StoredDocument } from '../../../scripts/lake/document.ts'
import { DocumentSet } from '../../../scripts/lake/document-set.ts'
import { type Documents, evaluateQuery, parseQuery } from '../../../scripts/lake/evaluate.ts'
import { published, raw } from '../../../scripts/lake/perspectives.ts'

const documents = [
  document('ada', 'author', {
    name: 'Ada',
    bio: [{ _type: 'block', children: [{ _type: 'span', text: 'Keeps a risk log' }] }],
  }),
  document('bea', 'author', { name: 'Béatrice' }),
  document('one', 'recap', { title: 'Risk and tonic', rank: 1, by: [{ _ref: 'ada' }] }),
  document('two', 'recap', { title: 'No risk tonight', rank: 2, by: [{ _ref: 'ada' }, { _ref: 'bea' }] }),
  document('drafts.two', 'recap', { title: 'A draft', by: [{ _ref: 'ada' }] }),
]

const set = new DocumentSet('production', documents)
const seen = set.seenFrom(published, 'everything')

function ask(query: string, params = {}, of: Documents = seen): unknown {
  return evaluateQuery(parseQuery(query, params), of)
}

describe('text search', () => {
  const cases: [text: string, ids: string[]][] = [
    ['risk', ['ada', 'one', 'two']],
    ['Risk tonic', ['one']],
    ['ton*', ['one', 'two']],
    ['risk -tonic', ['ada', 'two']],
    ['"risk log"', ['ada']],
    ['-"risk log" risk', ['one', 'two']],
    ['nothing', []],
    ['bea', ['bea']],
  ]
  test.each(cases)('%s', (text, ids) => {
    expect(ask('*[[@, _id] match text::query($text)]._id', { text })).toEqual(ids)
  })

  test('scores as the Studio asks for them', () => {
    const query = `*[_type in $types && [@, _id] match text::query($q)]
      | score(boost(title match text::query($q), 10), [@, _id] match text::query($q)) | order(_score desc) {_id}`
    expect(ask(query, { types: ['author', 'recap'], q: 'risk tonic*' })).toEqual([{ _id: 'one' }])
  })

  test('looks only into the field it is asked about', () => {
    expect(ask('*[title match text::query("risk")]._id')).toEqual(['one', 'two'])
  })
})

describe('indexes change no answer', () => {
  const queries: [query: string, params?: object][] = [
    ['*[_type == "recap"]._id'],
    ['*["recap" == _type]._id'],
    ['*[_type == $type && rank > 1]._id', { type: 'recap' }],
    ['*[_type in ["author", "recap"]]._id'],
    ['*[_type in $types]._id', { types: ['recap', 'author'] }],
    ['*[_id == "one"][0]{title}'],
    ['*[_id in ["two", "one", "one", "none"]]._id'],
    ['*[_id in $ids && _type == "recap"]._id', { ids: ['ada', 'one'] }],
    ['*[references("ada")]._id'],
    ['*[references(["bea", "ada"])]._id'],
    ['*[references("bea") && _type == "recap"]{_id, "by": by[]->name}'],
    ['*[_type == "author"]{_id, "recaps": *[_type == "recap" && references(^._id)]._id}'],
    ['*[_type == "recap" || _id == "ada"]._id'],
    ['*[!(_type == "recap")]._id'],
    ['count(*[_type == "author"])'],
    ['*[_type == "recap"] | order(rank desc)[0..1]{rank}'],
    ['*[_type == 3]._id'],
    ['*[_id in path("o*")]._id'],
  ]
  test.each(queries)('%s', (query, params = {}) => {
    for (const perspective of [raw, published]) {
      const withIndexes = set.seenFrom(perspective, 'everything')
      const plain = { ...withIndexes, lookup: undefined }
      expect(ask(query, params, withIndexes)).toEqual(ask(query, params, plain))
    }
  })

  test('and spare the scan', () => {
    const noScan = { ...seen, all: () => [] }
    expect(ask('*[_type == "author"]._id', {}, noScan)).toEqual(['ada', 'bea'])
    expect(ask('*[_id == "one"]._id', {}, noScan)).toEqual(['one'])
    expect(ask('*[references("bea")]._id', {}, noScan)).toEqual(['two'])
    expect(ask('*[title == "A draft"]._id', {}, noScan)).toEqual([])
  })
})

describe('context', () => {
  test.each([
    ['identity()', 'organiser'],
    ['sanity::projectId()', 'local'],
    ['sanity::dataset()', 'production'],
    ['*[_id == "one"][0].by[0]->name', 'Ada'],
    ['*[_id == "one"][0].nothing', null],
  ])('%s', (query, value) => {
    expect(ask(query)).toEqual(value)
  })
})

describe('what GROQ does not understand', () => {
  test.each(['*[', '*[_type ==]', 'nonsense::here()', '*[_type == "a"] | nothing(x)'])('%s', (query) => {
    expect(() => parseQuery(query, {})).toThrow()
  })

  test('a query nested without end is refused, not fatal', () => {
    expect(() => parseQuery(`${'('.repeat(100_000)}1${')'.repeat(100_000)}`, {})).toThrow(/nested too deeply/)
  })

  test('parameters that look like parts of a query stay values', () => {
    expect(ask('$value', { value: { type: 'Everything' } })).toEqual({ type: 'Everything' })
  })
})

function document(_id: string, _type: string, fields: object): StoredDocument {
  return {
    _id,
    _type,
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    ...fields,
  }
}
