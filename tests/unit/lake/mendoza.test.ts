import { applyPatch } from 'mendoza'
import { describe, expect, test } from 'vitest'
import { encodePatch } from '../../../scripts/lake/mendoza/encode.ts'

const block = (key: string, text: string) => ({
  _key: key,
  _type: 'block',
  children: [{ _key: `${key}s`, _type: 'span', text, marks: [] }],
})
const body = Array.from({ length: 40 }, (_, index) =>
  block(`k${index}`, `Paragraph ${index}, of some length.`),
)

describe('a patch leads from one value to another, and takes little room', () => {
  const cases: [name: string, before: unknown, after: unknown, length: number][] = [
    ['the same', { a: 1 }, { a: 1 }, 2],
    ['nothing to something', null, { a: 1 }, 12],
    ['something to nothing', { a: 1 }, null, 8],
    ['a number', { a: 1, b: 'x' }, { a: 2, b: 'x' }, 10],
    ['a field that comes', { a: 1 }, { a: 1, b: 2 }, 10],
    ['a field that goes', { a: 1, b: 2 }, { a: 1 }, 8],
    ['another type', { a: [1] }, { a: { b: 1 } }, 20],
    ['an empty list', { a: [1] }, { a: [] }, 20],
    ['an empty object', { a: { b: 1 } }, { a: {} }, 20],
    ['an empty text', { a: 'long' }, { a: '' }, 20],
    ['the end of a text', { a: 'x'.repeat(500) }, { a: `${'x'.repeat(500)}, more` }, 60],
    ['beyond ASCII', { a: `é☕😀${'x'.repeat(99)}😀` }, { a: `é☕😁${'x'.repeat(99)}😁` }, 160],
    [
      'one word of one block of many',
      { body },
      { body: body.with(20, block('k20', 'Something else.')) },
      200,
    ],
    ['a block that comes', { body }, { body: body.toSpliced(5, 0, block('new', 'New.')) }, 160],
    ['a block that goes', { body }, { body: body.toSpliced(5, 1) }, 40],
    [
      'a block that moves',
      { body },
      { body: body.toSpliced(5, 1).toSpliced(30, 0, body[5] ?? block('', '')) },
      200,
    ],
  ]
  test.each(cases)('%s', (_name, before, after, length) => {
    for (const [from, to] of [
      [before, after],
      [after, before],
    ]) {
      const untouched = structuredClone(from)
      expect(applyPatch(from, encodePatch(from, to))).toEqual(to)
      expect(from).toEqual(untouched)
    }
    expect(JSON.stringify(encodePatch(before, after)).length).toBeLessThanOrEqual(length)
  })
})

test('any value leads to any other, never by more than the whole of it', () => {
  const random = seeded(20261123)
  for (let round = 0; round < 3000; round++) {
    const before = anyValue(random, 4)
    const after = round % 2 ? anyValue(random, 4) : edited(before, random)
    const patch = encodePatch(before, after)
    expect(applyPatch(before, patch)).toEqual(after)
    expect(JSON.stringify(patch).length).toBeLessThanOrEqual(JSON.stringify([0, after]).length)
  }
})

/** Numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function anyValue(random: () => number, depth: number): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 7 : 5))
  const several = () => Math.floor(random() * 5)
  switch (kind) {
    case 0:
      return null
    case 1:
      return random() < 0.5
    case 2:
      return Math.floor(random() * 10)
    case 3:
    case 4:
      return Array.from(
        { length: several() * 3 },
        () => ['a', 'b', 'é', '☕', '😀', ' '][Math.floor(random() * 6)],
      ).join('')
    case 5:
      return Array.from({ length: several() }, () => anyValue(random, depth - 1))
    default:
      return Object.fromEntries(
        Array.from({ length: several() }, () => [`f${several()}`, anyValue(random, depth - 1)]),
      )
  }
}

/** The same with something changed, somewhere. */
function edited(value: unknown, random: () => number): unknown {
  if (random() < 0.2 || typeof value !== 'object' || value === null) return anyValue(random, 2)
  if (Array.isArray(value)) {
    const place = Math.floor(random() * (value.length + 1))
    if (random() < 0.3) return value.toSpliced(place, 1)
    if (random() < 0.5) return value.toSpliced(place, 0, anyValue(random, 2))
    return value.map((item, index) => (index === place ? edited(item, random) : item))
  }
  const entries = Object.entries(value)
  const place = Math.floor(random() * entries.length)
  const changed = entries.map(([key, item], index) => [key, index === place ? edited(item, random) : item])
  return Object.fromEntries(random() < 0.3 ? changed.slice(1) : changed)
}
