import type { TopicDocument } from '../../cms/schemas/topic.ts'
import { paths, topicPath } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Card, card } from './card.ts'
import { type Frame, frame } from './frame.ts'

export type TopicView = {
  kind: 'topic'
  frame: Frame
  title: string
  description: string | undefined
  cards: Card[]
}

export type TopicsView = {
  kind: 'topics'
  frame: Frame
  topics: { title: string; href: string; description: string | undefined; count: number }[]
}

export function topicView(snapshot: Snapshot, topic: TopicDocument): TopicView {
  return {
    kind: 'topic',
    frame: frame(snapshot, {
      path: topicPath(topic.slug),
      title: topic.title,
      description: topic.description,
    }),
    title: topic.title,
    description: topic.description,
    cards: (snapshot.recapsByTopic.get(topic._id) ?? []).map((recap) => card(recap, snapshot)),
  }
}

export function topicsView(snapshot: Snapshot): TopicsView {
  return {
    kind: 'topics',
    frame: frame(snapshot, {
      path: paths.topics,
      title: 'Topics',
      description: 'What the evenings keep coming back to.',
    }),
    topics: snapshot.topics.map((topic) => ({
      title: topic.title,
      href: topicPath(topic.slug),
      description: topic.description,
      count: snapshot.recapsByTopic.get(topic._id)?.length ?? 0,
    })),
  }
}
