import type { RecapHead } from '../cms/head.ts'
import { recapsOf } from './joins.ts'
import { lists } from './lists.ts'
import { compare } from './ordered-list.ts'
import type { SiteReader } from './reader.ts'

/**
 * What else somebody may want to read after a recap: others of the same evening first, then those that share most
 * topics, then those by one of its authors; among equals the nearest in time. Earlier ones, and only where there are
 * fewer than `limit`, as at the beginning of an archive, the nearest later ones after them. So a new recap does not
 * change what the old ones lead to.
 */
export function relatedRecaps(recap: RecapHead, site: SiteReader, limit: number): RecapHead[] {
  const evening = recap.event === undefined ? [] : [lists.event(recap.event)]
  const near = [...evening, ...recap.topics.map(lists.topic)].map((list) => site.around(list, recap))
  // Where nothing else is shared, only the nearest can be among the first.
  for (const author of recap.authors) {
    const { earlier, later } = site.around(lists.author(author), recap)
    near.push({ earlier: earlier.slice(0, limit), later: later.slice(0, limit) })
  }
  const best = (ids: string[]) => ranked(recap, site, ids).slice(0, limit)
  const earlier = best(near.flatMap((around) => around.earlier))
  const later = earlier.length === limit ? [] : best(near.flatMap((around) => around.later))
  return recapsOf([...earlier, ...later].slice(0, limit), site)
}

/** Ids, the most related first. */
function ranked(recap: RecapHead, site: SiteReader, ids: readonly string[]): string[] {
  const moment = Date.parse(recap.publishedAt)
  return [...new Set(ids)]
    .flatMap((id) => site.joins(id) ?? [])
    .map((other) => ({
      id: other._id,
      isOfEvening: recap.event !== undefined && other.event === recap.event ? 1 : 0,
      topics: shared(recap.topics, other.topics),
      authors: shared(recap.authors, other.authors),
      distance: Math.abs(Date.parse(other.publishedAt) - moment),
    }))
    .sort(
      (a, b) =>
        b.isOfEvening - a.isOfEvening ||
        b.topics - a.topics ||
        b.authors - a.authors ||
        a.distance - b.distance ||
        compare(a.id, b.id),
    )
    .map(({ id }) => id)
}

function shared(some: readonly string[], others: readonly string[]): number {
  return new Set(others.filter((id) => some.includes(id))).size
}
