import { evaluateSync, parse } from 'groq-js'
import { describe, expect, test } from 'vitest'
import type { StoredDocument } from '../../../scripts/lake/document.ts'
import { parsePerspective, published, raw } from '../../../scripts/lake/perspectives.ts'
import { DocumentSet } from '../../../scripts/lake/query/document-set.ts'
import type { Documents } from '../../../scripts/lake/query/documents.ts'
import { evaluateInTime, evaluateNow, parseQuery } from '../../../scripts/lake/query/evaluate.ts'
import { StoppedQuery } from '../../../scripts/lake/query/stopped-query.ts'
import { referencesOf } from '../../../scripts/lake/references.ts'

const documents = [
  document('ada', 'author', {
    name: 'Ada',
    bio: [{ _type: 'block', children: [{ _type: 'span', text: 'Keeps a risk log' }] }],
  }),
  document('bea', 'author', { name: 'Béatrice' }),
  document('one', 'recap', {
    title: 'Risk and tonic',
    rank: 1,
    by: [{ _ref: 'ada' }],
    mixed: [7, 'ada', null],
  }),
  document('two', 'recap', { title: 'No risk tonight', rank: 2, by: [{ _ref: 'ada' }, { _ref: 'bea' }] }),
  document('drafts.two', 'recap', { title: 'A draft', by: [{ _ref: 'ada' }] }),
]

const referrers = (id: string) =>
  documents.filter((document) => referencesOf(document).has(id)).map(({ _id }) => _id)
const set = new DocumentSet('production', documents, { referrers })
const seen = set.seenFrom(published, 'everything')

function ask(query: string, params = {}, of: Documents = seen): unknown {
  return evaluateNow(parseQuery(query, params), of)
}

describe('text search', () => {
  const cases: [text: string, ids: string[]][] = [
    ['risk', ['ada', 'one', 'two']],
    ['Risk tonic', ['one']],
    ['ton*', ['one', 'two']],
    ['risk -tonic', ['ada', 'two']],
    ['"risk log"', ['ada']],
    ['-"risk log" risk', ['one', 'two']],
    ['"log risk"', []],
    ['"RISK  log" keeps', ['ada']],
    ['"tonic ada"', []],
    ['-risk', ['bea']],
    ['*', ['ada', 'bea', 'one', 'two']],
    ['', []],
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

  test.each([
    ['title', 'risk', ['one', 'two']],
    ['title', '"risk and"', ['one']],
    ['[title, name]', '"no risk"', ['two']],
    ['[title, by, name]', '-"no risk" *', ['ada', 'bea', 'one']],
    ['pt::text(bio)', '"a risk"', ['ada']],
    ['by[]->name', '"béatrice"', ['two']],
    ['nothing', '"risk"', []],
    ['title', null, []],
  ])('looks only into what it is asked about: %s match %s', (left, text, ids) => {
    expect(ask(`*[${left} match text::query($text)]._id`, { text })).toEqual(ids)
  })

  test('refuses a search for something else in each document', () => {
    expect(() => parseQuery('*[title match text::query(name)]', {})).toThrow(/needs a string/)
  })
})

describe('indexes change no answer', () => {
  const queries: [query: string, params?: Record<string, unknown>][] = [
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
    ['*[sanity::versionOf("two")]._id'],
    ['*[sanity::versionOf("drafts.two") || _id == "one"]._id'],
    ['*[sanity::versionOf("drafts.two")]._id'],
    ['*[sanity::versionOf("Drafts.two")]._id'],
    ['*[sanity::versionOf($id) && _type == "recap"]._id', { id: 'two' }],
    ['*[_type == "recap"]{"n": count(*[sanity::versionOf(^._id)])}'],
    ['*[_id == ["one", "two"]]._id'],
    ['*[_type in "recap"]._id'],
    ['*[(_type == "recap") && (rank == 1)]._id'],
    ['*[_type == "recap"] | order(title) {title}'],
    ['*[_type == "recap"] | order(rank desc, title asc)[0]._id'],
    ['*[_type == "recap" && rank > 0] | order(nothing desc)._id'],
    ['* | order(_type, _id desc)._id'],
    ['*[_type in ["recap", "author"]] | order(title)._id'],
    ['*[_id == "two"][0]{"names": *[_id in ^.by[]._ref].name, "all": count(*)}'],
    ['*[_type == "recap"]{_id, "names": *[_id in ^.by[]._ref] | order(name desc).name}'],
    ['*[_type == "recap"]{_id, "first": *[_id == ^.by[0]._ref][0].name}'],
    ['*[_type == "recap"]{_id, "none": *[_id == ^.nothing]._id, "odd": *[_id in ^.title]._id}'],
    ['*[_type == "recap"]{_id, "kin": by[]->{name, "in": *[references(^._id) && _id != ^.^._id]._id}}'],
    ['*[_type == "author" && count(*[references(^._id)]) > 1]._id'],
    ['*[_type == "author" && count(*[_type == "recap" && references(^._id, "bea")]) > 1]._id'],
    ['*[_type == "recap"].by[]->name'],
    ['*[_type == "recap"]{"n": *[references(^.rank)]._id, "o": *[references(^.nothing)]._id}'],
    ['*[_type == "recap"]{"kin": *[references(^.by[]._ref)]._id, "by": *[references(^.by)]._id}'],
    ['*[_type == "recap"]{"n": *[references(^.mixed, "none")]._id}'],
    ['*[references("", "bea")]._id'],
    ['*[references($ids)]._id', { ids: [] }],
    ['{"a": *[_id == "ada"][0].name, "n": count(*)}'],
  ]
  test.each(queries)('%s', (query, params = {}) => {
    for (const perspective of [raw, published, parsePerspective(['drafts'], '2025-02-19')]) {
      const seen = set.seenFrom(perspective, 'everything')
      const dereference = ({ _ref }: { _ref: string }) => seen.get(_ref)
      const plain = evaluateSync(parse(query, { params }), { dataset: seen.all(), dereference }).data
      expect(ask(query, params, seen)).toEqual(plain)
    }
  })

  test('and spare the scan', () => {
    const noScan = { ...seen, all: () => [] }
    expect(ask('*[_type == "author"]._id', {}, noScan)).toEqual(['ada', 'bea'])
    expect(ask('*[_id == "one"]._id', {}, noScan)).toEqual(['one'])
    expect(ask('*[references("bea")]._id', {}, noScan)).toEqual(['two'])
    expect(ask('*[sanity::versionOf("one")]._id', {}, noScan)).toEqual(['one'])
    expect(ask('*[title == "A draft"]._id', {}, noScan)).toEqual([])
  })
})

describe('a query with a limit', () => {
  const nested = 'count(*[count(*[_id > ^._id]) > 0])'

  test('is refused before it begins where it is sure to be expensive', async () => {
    const limit = { checkTime: () => undefined, acceptsHeavy: false }
    await expect(evaluateInTime(parseQuery(nested, {}), seen, limit)).rejects.toThrow(
      new StoppedQuery('heavy'),
    )
    const indexed = parseQuery('*[_type == "author"]{"n": count(*[references(^._id)])}.n', {})
    expect(await evaluateInTime(indexed, seen, limit)).toEqual([2, 1])
  })

  test('is asked whether there is time left whenever documents are looked up', async () => {
    let asked = 0
    const limit = { checkTime: () => void asked++, acceptsHeavy: true }
    expect(await evaluateInTime(parseQuery(nested, {}), seen, limit)).toBe(3)
    expect(asked).toBeGreaterThan(documents.length - 2)
    const stop = () => {
      throw new StoppedQuery('late')
    }
    const stopped = evaluateInTime(parseQuery(nested, {}), seen, { checkTime: stop, acceptsHeavy: true })
    await expect(stopped).rejects.toThrow(new StoppedQuery('late'))
  })

  test.each([
    ['filters', 'count(*[count(numbers[@ in ^.numbers]) > 0])'],
    ['projections', '*[_id == "many"][0].numbers[]{"n": @}'],
    ['orders', '*[_id == "many"][0].numbers | order(@ desc)'],
    ['lists of which only the beginning is wanted', '*[_type == "list" && count(numbers[@ < 0]) > 0][0...2]'],
    ['differences', 'diff::changedAny({"a": 1}, {"a": 2}, a) || *[_id == "many"][0].numbers[@ > 0][0]'],
  ])('is asked all along while it goes through the items of %s', async (_, query) => {
    const many = document('many', 'list', { numbers: Array.from({ length: 500 }, (_, number) => number) })
    const list = new DocumentSet('production', [many], { referrers: () => [] }).seenFrom(
      published,
      'everything',
    )
    let asked = 0
    const limit = { checkTime: () => void asked++, acceptsHeavy: true }
    await evaluateInTime(parseQuery(query, {}), list, limit)
    expect(asked).toBeGreaterThan(20)
  })

  test('compares versions as only asynchronous evaluation can', async () => {
    const query = parseQuery('diff::changedAny({"a": 1}, {"a": 2}, a)', {})
    const limit = { checkTime: () => undefined, acceptsHeavy: false }
    expect(await evaluateInTime(query, seen, limit)).toBe(true)
  })
})

describe('subqueries', () => {
  const limit = { checkTime: () => undefined, acceptsHeavy: true }
  let reads = 0
  const counted = documents.map((plain) => ({
    ...plain,
    get kind() {
      reads += 1
      return plain._type
    },
  }))
  const counting = { ...seen, all: () => counted }

  test.each([
    ['that stand alone are evaluated once', '*[_id in *[kind == "author"]._id]._id', 1],
    ['however deep they lie', '*[_id in *[_id in *[_id in *[kind == "author"]._id]._id]._id]._id', 1],
    ['not at all where nobody asks', '*[false]{"n": count(*[kind == "author"])}', 0],
    ['each time where they look outside', '*[count(*[kind == ^._type]) > 0]._id', documents.length],
  ])('%s', async (_, query, times) => {
    reads = 0
    await evaluateInTime(parseQuery(query, {}), counting, limit)
    expect(reads).toBe(times * documents.length)
  })

  test.each([
    ['*[_type == "recap"] | order(count(*[_id == "none"]), _id)._id', ['drafts.two', 'one', 'two']],
    [
      '*[_type == "author"]{"n": count(*[_type == "recap"]), "all": [*[_id == "one"][0].title]}[0]',
      { n: 3, all: ['Risk and tonic'] },
    ],
    ['*[_id == "one"]{...*[_id == "ada"][0]{name}}[0]', { name: 'Ada' }],
    ['*[_id == "ada"]{"x": select(_id == "ada" => *[_id == "one"][0].rank, 2)}.x', [1]],
    [
      '*[_id in ["one", "two"]]{"mine": *[_type == "author" && _id in ^.by[]._ref]._id}.mine',
      [['ada'], ['ada', 'bea']],
    ],
    ['*{"r": count(releases::all())}[0].r', 0],
  ])('%s', async (query, value) => {
    const everything = set.seenFrom(raw, 'everything')
    expect(await evaluateInTime(parseQuery(query, {}), everything, limit)).toEqual(value)
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
