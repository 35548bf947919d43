import { evaluateSync, parse, toJS } from 'groq-js'
import { describe, expect, test } from 'vitest'
import type { StoredDocument } from '../../../scripts/lake/document.ts'
import { raw } from '../../../scripts/lake/perspectives.ts'
import { DocumentSet } from '../../../scripts/lake/query/document-set.ts'
import { evaluateInTime, parseQuery } from '../../../scripts/lake/query/evaluate.ts'
import { Shells } from '../../../scripts/lake/query/shell.ts'
import { randomSource } from '../../support/random.ts'

const random = randomSource(20261123)
const moments = [
  '2026-01-05T10:00:00Z',
  '2026-01-05T10:00:00.5Z',
  '2026-01-05T11:30:00+02:00',
  '2026-01-05',
  7,
]
const documents = Array.from({ length: 1000 }, (_, index) => ({
  _id: `n${String((index * 7919) % 1000).padStart(4, '0')}`,
  _type: random.pick(['note', 'note', 'letter', 'card']),
  _rev: 'r',
  _createdAt: `2026-01-0${1 + random.below(9)}T00:00:00Z`,
  _updatedAt: `2026-02-0${1 + random.below(9)}T00:00:00Z`,
  title: random.pick(['Risk', 'Risk and tonic', 'No tonight', 'Late metronome']),
  ...(random.below(5) > 0 ? { rank: random.pick([1, 2, 'b', 'a', true, null]) } : {}),
  ...(random.below(9) > 0 ? { at: random.pick(moments) } : {}),
}))

const limits = { checkTime: () => undefined, acceptsHeavy: true }

function seen(of: StoredDocument[]) {
  return new DocumentSet('production', of, { referrers: () => [] }).seenFrom(raw, 'everything')
}

describe('the beginning of an ordered list is that of the whole', () => {
  const filters = [
    '_type == "note"',
    '_type in ["note", "card"] && title match "risk*"',
    '_type in $types && rank > 1',
    '_type == "note" && title == "Nothing"',
  ]
  const rests = [
    '| order(rank)[0...10]',
    '| order(rank desc, title)[5..140]._id',
    '| order(dateTime(at) desc)[0...30]{_id, at}',
    '| order(dateTime(at), rank desc)[3]',
    '| order(at)[-5..-1]._id',
    '| order(at)[2...0]',
    '| order(nothing)[0...900]{_id}',
    '{_id, "by": rank} | order(by desc)[0...20]',
    '{_id, _updatedAt, "orderings": [_updatedAt]} | order(orderings[0] desc)[0...200]',
    '{_id, "orderings": [at], ...select(_type == "card" => {"w": title}, {"v": 1})} | order(dateTime(orderings[0]) desc)[0...50]',
    '{_id, "orderings": [at], ...select(_type == "card" => {"orderings": [title]})} | order(orderings[0])[0...50]',
    '{_id, "by": rank, ...} | order(by desc)[0...20]{_id}',
    '{_id, "rank": title} | order(rank)[0...20]',
    '{_id, "by": lower(title)} | order(by)[0...20]',
    '{"by": [rank, ...[title]]} | order(by[1])[0...20]',
    '| order(count(title), _id desc)[0...3]._id',
  ]
  const queries = filters.flatMap((filter) => rests.map((rest) => `*[${filter}] ${rest}`))
  const scored = [
    '*[_type in ["note", "card"]] | score(title match "risk", boost(rank > 1, 3)) | order(_score desc)[0...40]{_id, _score}',
    '*[_type == "note"] | score(title match "ri*") [_score > 0]{_id, "by": [_score]} | order(by[0] desc)[0...400]',
    '*[title match "tonight"] | score(rank == 2) [_score > 0][at > "2026"] | order(_score desc)',
    '*[_type == "note"] | score(title match "ri*") {_id, "by": _score} | order(by)',
    '*[_type == "note"] | score(title match "ri*") | order(_score desc, _id)[0...9]._id',
    '*[_type == "note"] | score(title match "ri*") [0...9] | order(_score desc)',
  ]
  const inside = [
    '{"a": *[_type == "note"] | order(at desc)[0]._id, "b": *[_type == "card"] | order(rank)[0..1]._id}',
  ]

  test.each([...queries, ...scored, ...inside])('%s', async (query) => {
    const params = { types: ['letter', 'card'] }
    const all = seen(documents)
    const plain = toJS(evaluateSync(parse(query, { params }), { dataset: all.all() }))
    expect(await evaluateInTime(parseQuery(query, params), all, limits)).toEqual(await plain)
  })
})

test('no more documents are looked into than it takes', async () => {
  let read = 0
  const shells = new Shells(() => {
    read += 1
    return 'risk'
  })
  const unread = documents.map((document) => shells.of({ ...document, text: null }))
  const query =
    '*[_type == "note" && text match "ri*"] {_id, "by": [_updatedAt]} | order(by[0] desc) [0...100]'
  expect(await evaluateInTime(parseQuery(query, {}), seen(unread), limits)).toHaveLength(100)
  expect(read).toBeLessThanOrEqual(128)
})
