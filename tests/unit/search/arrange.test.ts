import { describe, expect, test } from 'vitest'
import { arrange } from '../../../src/search/arrange.ts'

/** `'/a/ k r'`: the page `/a/` with the key `k` has the result `r`; without a result nothing of it can be found. */
const index = (...entries: string[]) =>
  new Map(
    entries.map((entry) => {
      const [url = '', key = '', result = ''] = entry.split(' ')
      return [url, { key, result }] as const
    }),
  )
const wanted = (...entries: string[]) =>
  new Map(entries.map((entry) => [entry.slice(0, 3), entry.slice(4)] as const))

describe('which index answers for a page', () => {
  test.for([
    {
      name: 'the base, where it has the page as it is',
      pages: wanted('/a/ 1'),
      indexes: [index('/a/ 1 r1'), index('/a/ 1 r2')],
      expected: { gone: [[], ['r2']], missing: [] },
    },
    {
      name: 'the fresh one for an edited page',
      pages: wanted('/a/ 2'),
      indexes: [index('/a/ 1 r1'), index('/a/ 2 r2')],
      expected: { gone: [['r1'], []], missing: [] },
    },
    {
      name: 'what it was, for a page that no index has as it is',
      pages: wanted('/a/ 3'),
      indexes: [index('/a/ 1 r1'), index()],
      expected: { gone: [[], []], missing: ['/a/'] },
    },
    {
      name: 'the later of what it was',
      pages: wanted('/a/ 3'),
      indexes: [index('/a/ 1 r1'), index('/a/ 2 r2')],
      expected: { gone: [['r1'], []], missing: ['/a/'] },
    },
    {
      name: 'none for a page that is gone',
      pages: wanted('/b/ 1'),
      indexes: [index('/a/ 1 r1', '/b/ 1 r3'), index('/a/ 2 r2')],
      expected: { gone: [['r1'], ['r2']], missing: [] },
    },
    {
      name: 'none for a new page that is not indexed',
      pages: wanted('/a/ 1'),
      indexes: [],
      expected: { gone: [], missing: ['/a/'] },
    },
    {
      name: 'without a result that could be left out, where a page has nothing to find',
      pages: wanted('/b/ 1'),
      indexes: [index('/a/ 1', '/b/ 1 r1')],
      expected: { gone: [[]], missing: [] },
    },
  ])('$name', ({ pages, indexes, expected }) => {
    expect(arrange(pages, indexes)).toEqual(expected)
  })
})
