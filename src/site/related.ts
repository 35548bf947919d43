import type { RecapHead } from '../cms/head.ts'
import { recapsOf } from './joins.ts'
import { lists } from './lists.ts'
import { compare } from './ordered-list.ts'
import type { SiteReader } from './reader.ts'

/**
 * Recaps that share topics with a recap: the nearest earlier ones of each of its topics, those first that share most,
 * then the newest. Only where there are fewer than `limit`, as at the beginning of an archive, the nearest later ones
 * follow. So a new recap does not change what the old ones lead to.
 */
export function relatedRecaps(recap: RecapHead, site: SiteReader, limit: number): RecapHead[] {
  const vicinities = [...new Set(recap.topics)].map((topic) => site.around(lists.topic(topic), recap))
  const earlier = ranked(
    recap,
    site,
    vicinities.flatMap((vicinity) => vicinity.earlier),
  ).slice(0, limit)
  if (earlier.length === limit) return earlier
  const later = ranked(
    recap,
    site,
    vicinities.flatMap((vicinity) => vicinity.later),
  )
  return [...earlier, ...later].slice(0, limit)
}

function ranked(recap: RecapHead, site: SiteReader, ids: readonly string[]): RecapHead[] {
  const moment = Date.parse(recap.publishedAt)
  return recapsOf([...new Set(ids)], site)
    .map((other) => ({
      other,
      shared: other.topics.filter(
        (topic, index) => recap.topics.includes(topic) && other.topics.indexOf(topic) === index,
      ).length,
      distance: Math.abs(Date.parse(other.publishedAt) - moment),
    }))
    .sort((a, b) => b.shared - a.shared || a.distance - b.distance || compare(a.other._id, b.other._id))
    .map(({ other }) => other)
}
