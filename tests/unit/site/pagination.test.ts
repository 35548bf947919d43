import { describe, expect, it } from 'vitest'
import { stablePages } from '../../../src/site/pagination.ts'

const list = (length: number) => Array.from({ length }, (_, index) => length - index)

describe('stablePages', () => {
  it.each([
    [0, [[undefined, 0]]],
    [5, [[undefined, 5]]],
    [19, [[undefined, 19]]],
    [
      20,
      [
        [undefined, 10],
        [1, 10],
      ],
    ],
    [
      29,
      [
        [undefined, 19],
        [1, 10],
      ],
    ],
    [
      30,
      [
        [undefined, 10],
        [2, 10],
        [1, 10],
      ],
    ],
  ])('divides %i items', (length, expected) => {
    expect(stablePages(list(length), 10).map((page) => [page.number, page.items.length])).toEqual(expected)
  })

  it('loses nothing and keeps the order', () => {
    for (let length = 0; length < 60; length++)
      expect(stablePages(list(length), 7).flatMap((page) => page.items)).toEqual(list(length))
  })

  it('never changes an older page when an item is added', () => {
    for (let length = 1; length < 60; length++) {
      const before = stablePages(list(length), 7).filter((page) => page.number !== undefined)
      const after = stablePages(list(length + 1), 7)
      for (const page of before) expect(after).toContainEqual(page)
    }
  })
})
