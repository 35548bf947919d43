import { parse } from 'groq-js'
import { expect, test } from 'vitest'
import { listenerFilter } from '../../../scripts/lake/listener-query.ts'

const params = { list: [1, 2, 3] }

test.each([
  ['*', '*'],
  ['*[a == 1]', '*[a == 1]'],
  ['*[a == 1][b == 2]', '*[a == 1][b == 2]'],
  ['*[a == 1]{x, "y": author->name}', '*[a == 1]'],
  ['*[a == 1] | order(b desc) [5..10]{x}', '*[a == 1]'],
  ['*[a == 1] | score(b match "c") | order(_score desc)', '*[a == 1]'],
  ['*[a == 1][0]', '*[a == 1]'],
  ['*[a == 1]._id', '*[a == 1]'],
  ['*[a == 1].list[b == 1]', '*[a == 1]'],
  ['*[a == 1]{"n": count(*[b == 1])}', '*[a == 1]'],
  ['(*[a == 1])', '*[a == 1]'],
])('%s is about %s', (query, filter) => {
  expect(listenerFilter(parse(query))).toEqual(parse(filter))
})

test.each([
  '*[_id in path("drafts.**") && references($list)]',
  '*[sanity::versionOf("a") || identity() == "me"]',
  '*[author->name == "x"]',
  '*[a[].b[].c[].d match "x"]',
  '*[count(a[b in ^.c[].d]) > 0]',
  '*[count(body[count(children[text == "x"]) > 0]) > 0]',
])('%s is cheap enough', (query) => {
  expect(() => listenerFilter(parse(query, { params }))).not.toThrow()
})

test.each([
  ['count(*)', 'has to be a filter'],
  ['{"a": 1}', 'has to be a filter'],
  ['name', 'has to be a filter'],
  ['*[_id in *[_type == "b"].ref._ref]', 'may not look at other documents'],
  ['*[count(*) > 1]', 'may not look at other documents'],
  ['*[a[b[count(*) > 1]]]', 'may not look at other documents'],
  ['*[count(a[count(^.a[count(^.^.a[count(^.^.^.a) > 1]) > 1]) > 1]) > 1]', undefined],
  ['*[count(a[count(^.a[count(^.^.a[count(^.^.^.a[x]) > 1]) > 1]) > 1]) > 1]', 'nested so deeply'],
  ['*[count($list[count($list[count($list[@ == 1]) > 1]) > 1]) > 1]', 'nested so deeply'],
  ['*[a[].b[].c[].d[].e[].f[].g[].h[].i[].j[].k == 1]', 'nested so deeply'],
] as const)('%s: %s', (query, message) => {
  const filter = () => listenerFilter(parse(query, { params }))
  if (message) expect(filter).toThrow(message)
  else expect(filter).not.toThrow()
})
