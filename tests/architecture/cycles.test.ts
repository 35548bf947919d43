import { expect, test } from 'vitest'
import { cycles } from './cycles.ts'

test.each([
  { edges: '', found: [] },
  { edges: 'ab bc ac', found: [] },
  { edges: 'aa', found: ['aa'] },
  { edges: 'ab ba', found: ['aba'] },
  { edges: 'xa ab bc ca cy', found: ['abca'] },
  { edges: 'ab bc ca ac', found: ['aca'] },
  { edges: 'ab ba cd dc bc', found: ['aba', 'cdc'] },
])('in $edges: $found', ({ edges, found }) => {
  const pairs = edges
    .split(' ')
    .filter(Boolean)
    .map(([from = '', to = '']) => ({ from, to }))
  expect(cycles(pairs).map((cycle) => cycle.join(''))).toEqual(found)
})
