import { topicPath } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'

export type TopicLink = { title: string; href: string; count: number }

/** Topics that have recaps, the most written about first. */
export function topicLinks({ topics, recapsByTopic }: Snapshot): TopicLink[] {
  return topics
    .map((topic) => ({
      title: topic.title,
      href: topicPath(topic.slug),
      count: recapsByTopic.get(topic._id)?.length ?? 0,
    }))
    .filter((topic) => topic.count > 0)
    .sort((a, b) => b.count - a.count)
}
