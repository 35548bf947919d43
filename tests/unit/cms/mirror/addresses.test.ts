import { expect } from 'vitest'
import { keyedRef, storedAuthor, storedRecap, storedTopic } from '../../../support/documents.ts'
import { revised, test } from '../../../support/filled-mirror.ts'

const linksTo = (...ids: string[]) => ({
  body: ids.map((id) => ({
    _type: 'block',
    children: [],
    markDefs: [{ _type: 'internalLink', _key: id, reference: { _ref: id } }],
  })),
})

const at = (slug: string, created?: string) => ({
  slug: { current: slug },
  ...(created && { _createdAt: created }),
})

test('a document keeps its address, whoever else claims it', ({ filled }) => {
  filled.change([storedTopic('old', at('beer', '2026-02-01T00:00:00Z'))])
  filled.change([storedTopic('new', at('beer', '2025-01-01T00:00:00Z'))])
  expect(filled.mirror.ids()).toEqual(['old'])
  expect(filled.problems()).toEqual({
    new: ['slug “beer” is the address of another topic: “Topic old” (old)'],
  })
})

test('also when it changes in the same pull', ({ filled }) => {
  const old = storedTopic('old', at('beer', '2026-02-01T00:00:00Z'))
  filled.change([old])
  const changed = revised(old, { title: 'Beer' })
  expect(filled.change([changed, storedTopic('new', at('beer', '2025-01-01T00:00:00Z'))])).toEqual(['old'])
})

test('of several new documents the first that was created gets it', ({ filled }) => {
  const topics = [
    storedTopic('a', at('beer', '2026-02-01T00:00:00Z')),
    storedTopic('b', at('beer', '2026-01-01T00:00:00Z')),
    storedTopic('c', at('beer', '2026-01-01T00:00:00Z')),
  ]
  expect(filled.change(topics)).toEqual(['b'])
  expect(Object.keys(filled.problems())).toEqual(['a', 'c'])
})

test('documents of different types may have the same slug', ({ filled }) => {
  expect(filled.change([storedTopic('t', at('x')), storedAuthor('a', at('x'))])).toEqual(['a', 't'])
})

test('two may swap their addresses', ({ filled }) => {
  const [a, b] = [storedTopic('a', at('x')), storedTopic('b', at('y'))]
  filled.change([a, b])
  expect(filled.change([revised(a, at('y')), revised(b, at('x'))])).toEqual(['a', 'b'])
})

test('an address is free when the document that had it moves or goes, and waits for nobody who cannot come', ({
  filled,
}) => {
  const [a, b] = [storedTopic('a', at('x')), storedTopic('b', at('x'))]
  filled.change([a])
  filled.change([b])
  expect(filled.change([revised(a, at('z'))])).toEqual(['a', 'b'])

  const c = storedTopic('c', at('z', '2020-01-01T00:00:00Z'))
  filled.change([c])
  expect(filled.change([], ['a'])).toEqual(['c'])
})

test('who cannot leave an address keeps it from the one that comes', ({ filled }) => {
  filled.change([storedTopic('a', at('x')), storedTopic('b', at('y'))])
  const moved = revised(storedTopic('a', at('y')))
  expect(filled.change([moved, storedTopic('c', at('x'))])).toEqual([])
  expect(Object.keys(filled.problems())).toEqual(['a', 'c'])
  expect(filled.mirror.head('a')).toMatchObject({ slug: 'x' })
})

test('an older one that is refused for another reason does not keep it', ({ filled }) => {
  const first = storedRecap('first', { ...at('x', '2020-01-01T00:00:00Z'), topics: [keyedRef('nothing')] })
  const second = storedRecap('second', at('x'))
  expect(filled.change([first, second, storedAuthor('ada')])).toEqual(['ada', 'second'])
})

test('of two that stand in each other’s way one comes', ({ filled }) => {
  const first = storedRecap('first', { ...at('x', '2020-01-01T00:00:00Z'), ...linksTo('second') })
  const second = storedRecap('second', at('x', '2021-01-01T00:00:00Z'))
  expect(filled.change([first, second, storedAuthor('ada')])).toEqual(['ada', 'second'])
  expect(filled.problems()).toEqual({
    first: ['slug “x” is the address of another recap: “Title of second” (second)'],
  })
})

test.for([
  ['whose link leads to one that has lost its own to a new one', []],
  ['whose link leads to one that has lost its own to an old one', ['t']],
] as const)('an address is not lost to a document %s', ([, before], { filled }) => {
  const t = storedRecap('t', at('y', '2019-01-01T00:00:00Z'))
  const q = storedRecap('q', at('y', '2020-01-01T00:00:00Z'))
  const p = storedRecap('p', { ...at('x', '2020-01-01T00:00:00Z'), ...linksTo('q') })
  const r = storedRecap('r', { ...at('x', '2021-01-01T00:00:00Z'), ...linksTo('s') })
  const s = storedRecap('s', linksTo('r'))
  filled.change([storedAuthor('ada'), ...(before.length > 0 ? [t] : [])])
  filled.change([p, q, r, s, t])
  expect(filled.mirror.ids()).toEqual(['ada', 'r', 's', 't'])
  expect(filled.problems()).toEqual({
    p: [
      'body[0] (block).markDefs[0] (internalLink).reference leads to q, which is refused itself',
      expect.any(String),
    ],
    q: ['slug “y” is the address of another recap: “Title of t” (t)'],
  })
})
