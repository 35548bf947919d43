import { settingsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { topicPath } from '../paths.ts'
import type { SiteReader } from '../reader.ts'

export type TopicLink = { title: string; href: string; count: number }

/** Topics that have recaps: first those that the settings name, in their order, then the most written about, then by name. */
export function topicLinks(site: SiteReader): TopicLink[] {
  const chosen = [...new Set(settingsOf(site)?.topics)]
  const others = site
    .names('topic')
    .filter((id) => !chosen.includes(id))
    .map((id) => ({ id, count: site.size(lists.topic(id)) }))
    .sort((a, b) => b.count - a.count)
  return [...chosen, ...others.map(({ id }) => id)].flatMap((id) => {
    const topic = site.document('topic', id)
    const count = site.size(lists.topic(id))
    return topic && count > 0 ? [{ title: topic.title, href: topicPath(topic.slug), count }] : []
  })
}
