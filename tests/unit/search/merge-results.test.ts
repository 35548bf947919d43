import { describe, expect, test } from 'vitest'
import { mergeResults } from '../../../src/search/merge-results.ts'
import type { PagefindResult } from '../../../src/search/pagefind-api.ts'

const result = (id: string, score: number): PagefindResult => ({
  id,
  score,
  data: () => Promise.reject(new Error('not asked for')),
})
const ids = (results: readonly PagefindResult[]) => results.map(({ id }) => id)

/** The weight of a word in a score: BM25's. */
const rarity = (pages: number, found: number) => Math.log(1 + (pages - found + 0.5) / (found + 0.5))
const scored = (pages: number, texts: Record<string, number>) => {
  const found = Object.entries(texts)
  return found.map(([id, frequency]) => result(id, frequency * rarity(pages, found.length)))
}

describe('results of several indexes', () => {
  test('come in the order of one index', () => {
    const base = scored(10_000, { common: 1, good: 2, better: 3 })
    const fresh = scored(5, { edited: 2.5 })
    const merged = mergeResults([
      { pages: 10_000, gone: [], results: base },
      { pages: 5, gone: [], results: fresh },
    ])
    expect(ids(merged)).toEqual(['better', 'edited', 'good', 'common'])
  })

  test('leave out what does not count, in the index for which it is said', () => {
    const merged = mergeResults([
      { pages: 2, gone: ['same'], results: [result('same', 2), result('kept', 1)] },
      { pages: 2, gone: ['gone'], results: [result('same', 2), result('gone', 3)] },
    ])
    expect(ids(merged)).toEqual(['same', 'kept'])
  })

  test('can come from one alone', () => {
    const one = { pages: 3, gone: [], results: [result('a', 1)] }
    const none = { pages: 3, gone: [], results: [] }
    expect(ids(mergeResults([one, none]))).toEqual(['a'])
    expect(ids(mergeResults([none, one]))).toEqual(['a'])
    expect(mergeResults([])).toEqual([])
  })
})
