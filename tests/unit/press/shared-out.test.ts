import { expect, test } from 'vitest'
import { sharedOut } from '../../../src/press/shared-out.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

test.for([
  [0, 2],
  [1, 2],
  [99, 1],
  [1000, 2],
  [1001, 3],
  [7, 16],
])('of %i items each goes to one of %i people, once', ([count = 0, people = 1]) => {
  const take = sharedOut(numbers(count), people)
  const taken = numbers(people).flatMap((person) => {
    const own: number[] = []
    for (let some = take(person); some.length > 0; some = take(person)) own.push(...some)
    return own
  })
  expect(taken.toSorted((a, b) => a - b)).toEqual(numbers(count))
})

test('everybody begins with what lies together, apart from the others', () => {
  const take = sharedOut(numbers(1000), 2)
  expect([take(0)[0], take(1)[0], take(0)[0], take(1)[0]]).toEqual([0, 500, 50, 550])
})

test('who has done theirs helps at the far end of what is left', () => {
  const take = sharedOut(numbers(200), 2)
  expect([take(0), take(0)].map((some) => some.length)).toEqual([50, 50])
  expect(take(0)).toEqual(numbers(200).slice(150))
  expect(take(1)).toEqual(numbers(200).slice(100, 150))
  expect([take(0), take(1)]).toEqual([[], []])
})
