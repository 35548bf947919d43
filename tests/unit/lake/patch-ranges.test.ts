import { expect, test } from 'vitest'
import { countOut, stepsOf } from '../../../scripts/lake/patch-ranges.ts'

const document = {
  list: [{ n: 1, inner: [1, 2] }, { n: 2, inner: [] }, { n: 3 }],
  "it's [a:b]": [1, 2],
  deep: { list: [5] },
}

const cases: [path: string, places: string[]][] = [
  ['list[0].n', ['list[0].n']],
  ['list[0:].n', ['list[0].n', 'list[1].n', 'list[2].n']],
  ['list[1:2].n', ['list[1].n']],
  ['list[-2:].n', ['list[1].n', 'list[2].n']],
  ['list[-9:-2].n', ['list[0].n']],
  ['list[ : 2 ]', ['list[0,1]']],
  ['list[0:999999999999999999999]', ['list[0,1,2]']],
  ['list[2, 0:2 ].n', ['list[2].n', 'list[0].n', 'list[1].n']],
  ['list[0:9,1,-1,7]', ['list[0,1,2]']],
  ['list[2:1]', []],
  ['list[3:]', []],
  ['none[0:]', []],
  ['deep[0:]', []],
  ['list[0:].inner[0:]', ['list[0].inner[0,1]']],
  ['list[n > 1].inner[0:]', []],
  ['list[n == 1].inner[0:].x', ['list[0].inner[0].x', 'list[0].inner[1].x']],
  ["['it\\'s [a:b]'][0:1]", ["['it\\'s [a:b]'][0]"]],
  ['["it\'s [a:b]"]', ['["it\'s [a:b]"]']],
  ['..list[0:].n', ['deep.list[0].n', 'list[0].n', 'list[1].n', 'list[2].n']],
]

test.each(cases)('%s leads to %j', (path, places) => {
  expect(countOut({ unset: [path] }, document)).toEqual([{ unset: places }])
  expect(countOut({ insert: { after: path, items: [1] } }, document)).toEqual(
    places.map((after) => ({ insert: { after, items: [1] } })),
  )
})

test('a patch without ranges is one step, one with ranges a step for each operation', () => {
  const plain = { set: { a: 1 }, inc: { b: 1 } }
  expect(stepsOf(plain)).toEqual([plain])
  const ranges = { insert: { after: 'list[0:]', items: [] }, inc: { a: 1, b: 2 }, set: { c: 3 } }
  expect(stepsOf(ranges)).toEqual([
    { set: { c: 3 } },
    { inc: { a: 1 } },
    { inc: { b: 2 } },
    { insert: ranges.insert },
  ])
})
