import { expect, test } from 'vitest'
import { encodeJson } from '../../../scripts/lake/query/encode.ts'
import { randomSource } from '../../support/random.ts'
import { RandomJson } from '../../support/random-json.ts'

const many = <Value>(count: number, value: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => value(index))

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text beyond ASCII', 'né ☕ 😀 \ud83d "quoted"\n'],
  ['an empty list', []],
  ['an empty object', { a: {}, b: [] }],
  ['a field without a value', { a: undefined, b: 1 }],
  ['a list with gaps in it', many(70, (index) => (index % 2 ? undefined : index))],
  ['a long list', many(1000, (index) => ({ _id: `n${index}`, text: 'é'.repeat(100) }))],
  ['long lists in lists', many(65, () => many(65, (index) => many(66, () => index)))],
  ['long lists in objects', { a: { b: { c: { d: many(100, (index) => ({ index })) } } } }],
])('%s', (_, value) => {
  expect(decoded(value)).toBe(JSON.stringify(value ?? null))
})

test('any value', () => {
  const random = new RandomJson(20261123)
  const { below } = randomSource(7)
  for (let round = 0; round < 200; round++) {
    const value = below(2) ? many(below(200), () => random.value(3)) : random.value(5)
    expect(decoded(value)).toBe(JSON.stringify(value))
  }
})

function decoded(value: unknown): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    Buffer.concat([...encodeJson(value)]),
  )
}
