import { describe, expect, it } from 'vitest'
import {
  keyedRef,
  ref,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedTopic,
} from '../../support/documents.ts'
import { viewAt } from '../../support/views.ts'

const on = (topics: string[], publishedAt: string) => ({ topics: topics.map(keyedRef), publishedAt })
const topics = ['a', 'b', 'c'].map((id) => storedTopic(id))

const related = (...recaps: object[]) =>
  viewAt('recap', '/recaps/this/', [...topics, ...recaps]).related.map(({ href }) => href.split('/')[2])

const self = storedRecap('this', on(['a', 'b'], '2026-05-01T12:00:00Z'))

describe('related recaps', () => {
  it('share most topics, then are the nearest; never the recap itself, nor one without a topic of it', () => {
    const others = [
      storedRecap('both', on(['b', 'a', 'c'], '2025-01-01T00:00:00Z')),
      storedRecap('nearer', on(['a'], '2026-04-02T00:00:00Z')),
      storedRecap('farther', on(['b'], '2026-04-01T00:00:00Z')),
      storedRecap('too-far', on(['b'], '2026-03-01T00:00:00Z')),
      storedRecap('unrelated', on(['c'], '2026-04-30T00:00:00Z')),
    ]
    expect(related(self, ...others)).toEqual(['both', 'nearer', 'farther'])
  })

  it('are earlier ones, and later ones only where there are too few', () => {
    const later = ['2026-06-01', '2026-07-01', '2026-08-01'].map((day) =>
      storedRecap(`later-${day}`, on(['a', 'b'], `${day}T00:00:00Z`)),
    )
    const earlier = (day: string) => storedRecap(`earlier-${day}`, on(['a'], `${day}T00:00:00Z`))
    expect(related(self, ...later, earlier('2026-01-01'))).toEqual([
      'earlier-2026-01-01',
      'later-2026-06-01',
      'later-2026-07-01',
    ])
    expect(related(self, ...later, ...['2026-01-01', '2026-01-02', '2026-01-03'].map(earlier))).toEqual([
      'earlier-2026-01-03',
      'earlier-2026-01-02',
      'earlier-2026-01-01',
    ])
  })

  it('are of the same evening first, and of its authors where no topic is shared', () => {
    const self = storedRecap('this', { ...on(['a'], '2026-05-01T12:00:00Z'), event: ref('quiz') })
    const by = (id: string, author: string, day: string, fields: object = {}) =>
      storedRecap(id, { ...on([], `2026-${day}T00:00:00Z`), authors: [keyedRef(author)], ...fields })
    const others = [
      by('evening', 'bea', '01-01', { event: ref('quiz') }),
      by('topic', 'bea', '01-02', { topics: [keyedRef('a')] }),
      by('author', 'ada', '01-03'),
      by('stranger', 'bea', '04-30'),
    ]
    expect(related(self, storedEvent('quiz'), storedAuthor('ada'), storedAuthor('bea'), ...others)).toEqual([
      'evening',
      'topic',
      'author',
    ])
  })
})
