import { lists } from '../lists.ts'
import { topicPath } from '../paths.ts'
import type { SiteReader } from '../reader.ts'

export type TopicLink = { title: string; href: string; count: number }

/** Topics that have recaps, the most written about first, then by name. */
export function topicLinks(site: SiteReader): TopicLink[] {
  return site
    .names('topic')
    .flatMap((id) => {
      const topic = site.document('topic', id)
      return topic
        ? [{ title: topic.title, href: topicPath(topic.slug), count: site.size(lists.topic(id)) }]
        : []
    })
    .filter((topic) => topic.count > 0)
    .sort((a, b) => b.count - a.count)
}
