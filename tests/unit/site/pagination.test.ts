import { describe, expect, it } from 'vitest'
import { fullPages, rangeOf } from '../../../src/site/pagination.ts'

const size = 7

/** All pages of a list of so many items, oldest first, the head page last: the items from 0 on that stand on each. */
const pagesOf = (length: number) => {
  const pages = Array.from({ length: fullPages(length, size) }, (_, index) =>
    rangeOf(index + 1, length, size),
  )
  return [...pages, rangeOf(undefined, length, size)]
}

describe('stable pages', () => {
  it.each([
    [0, 10, 0, 0],
    [5, 10, 0, 5],
    [19, 10, 0, 19],
    [20, 10, 1, 10],
    [29, 10, 1, 19],
    [30, 10, 2, 10],
  ])('%i items, %i on a page: %i full pages, and %i on the head page', (length, size, full, head) => {
    expect(fullPages(length, size)).toBe(full)
    const [start, end] = rangeOf(undefined, length, size)
    expect(end - start).toBe(head)
  })

  it('lose nothing and keep the order', () => {
    for (let length = 0; length < 60; length++) {
      const ends = pagesOf(length)
      expect(ends.map(([start]) => start)).toEqual([0, ...ends.slice(0, -1).map(([, end]) => end)])
      expect(ends.at(-1)?.[1]).toBe(length)
    }
  })

  it('never change when an item is added, but for the head page', () => {
    for (let length = 1; length < 60; length++) {
      const after = pagesOf(length + 1)
      for (const page of pagesOf(length).slice(0, -1)) expect(after).toContainEqual(page)
    }
  })
})
