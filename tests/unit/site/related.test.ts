import { expect, it } from 'vitest'
import { relatedRecaps } from '../../../src/site/related.ts'
import { keyedRef, storedRecap, storedTopic } from '../../support/documents.ts'
import { snapshotOf } from '../../support/snapshots.ts'

it('prefers most shared topics, then the newest, and never the recap itself', () => {
  const topics = (...ids: string[]) => ({ topics: ids.map(keyedRef) })
  const snapshot = snapshotOf([
    ...['a', 'b', 'c'].map((id) => storedTopic(id)),
    storedRecap('this', topics('a', 'b')),
    storedRecap('both', { ...topics('b', 'a', 'c'), publishedAt: '2025-01-01T00:00:00Z' }),
    storedRecap('newer', { ...topics('a'), publishedAt: '2026-04-02T00:00:00Z' }),
    storedRecap('older', { ...topics('b'), publishedAt: '2026-04-01T00:00:00Z' }),
    storedRecap('unrelated', topics('c')),
  ])
  const recap = snapshot.recaps.find(({ document }) => document._id === 'this')
  const related = (limit: number) =>
    recap && relatedRecaps(recap, snapshot, limit).map(({ document }) => document._id)
  expect(related(9)).toEqual(['both', 'newer', 'older'])
  expect(related(2)).toEqual(['both', 'newer'])
})
