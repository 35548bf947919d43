import type { RecapHead } from '../cms/head.ts'
import { recapsOf } from './joins.ts'
import { type ListName, lists } from './lists.ts'
import { compare, type Placed } from './ordered-list.ts'
import type { SiteReader } from './reader.ts'

/**
 * What else somebody may want to read after a recap: others of the same evening first, then those that are near it in
 * most of its topics, then those that are near it among what one of its authors wrote; among equals the nearest in
 * time. Earlier ones, and only where there are fewer than `limit`, as at the beginning of an archive, the nearest later
 * ones after them. So a new recap does not change what the old ones lead to.
 */
export function relatedRecaps(recap: RecapHead, site: SiteReader, limit: number): RecapHead[] {
  const around = (names: readonly ListName[]) => [...new Set(names)].map((list) => site.around(list, recap))
  const evenings = around(recap.event === undefined ? [] : [lists.event(recap.event)])
  const topics = around(recap.topics.map(lists.topic))
  const authors = around(recap.authors.map(lists.author))
  const best = (side: 'earlier' | 'later') => {
    const candidates = new Map<string, Candidate>()
    const count = (sort: 'evenings' | 'topics' | 'authors', near: readonly Placed[]) => {
      for (const placed of near) {
        let candidate = candidates.get(placed.id)
        if (!candidate) {
          candidate = { placed, evenings: 0, topics: 0, authors: 0 }
          candidates.set(placed.id, candidate)
        }
        candidate[sort]++
      }
    }
    for (const near of evenings) count('evenings', near[side])
    for (const near of topics) count('topics', near[side])
    for (const near of authors) count('authors', near[side])
    return [...candidates.values()].sort(side === 'earlier' ? byKinship(-1) : byKinship(1)).slice(0, limit)
  }
  const earlier = best('earlier')
  const later = earlier.length === limit ? [] : best('later')
  const ids = [...earlier, ...later].slice(0, limit).map(({ placed }) => placed.id)
  return recapsOf(ids, site)
}

/** How many lists of each sort a recap shares with another, as far as both are near each other there. */
type Candidate = { placed: Placed; evenings: number; topics: number; authors: number }

/** The most related first. @param direction 1 where the nearest are the oldest, -1 where they are the newest */
function byKinship(direction: 1 | -1): (a: Candidate, b: Candidate) => number {
  return (a, b) =>
    b.evenings - a.evenings ||
    b.topics - a.topics ||
    b.authors - a.authors ||
    direction * (a.placed.at - b.placed.at) ||
    compare(a.placed.id, b.placed.id)
}
