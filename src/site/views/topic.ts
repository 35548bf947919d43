import type { HeadOf } from '../../cms/head.ts'
import { recapsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { wordsOf } from '../locale.ts'
import { pagePath, paths, topicPath } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { type Card, card } from './card.ts'
import { above, crumbs } from './crumbs.ts'
import { type Frame, frame } from './frame.ts'
import { type Pager, pagerOf } from './pager.ts'

export type TopicView = {
  kind: 'topic'
  frame: Frame
  title: string
  description: string | undefined
  cards: Card[]
  pager: Pager
}

/** Every topic. How often it came up is said on the home page: this one would change with every recap. */
export type TopicsView = {
  kind: 'topics'
  frame: Frame
  topics: { title: string; href: string; description: string | undefined }[]
}

export function topicView(site: SiteReader, topic: HeadOf<'topic'>, number: number | undefined): TopicView {
  const page = site.page(lists.topic(topic._id), number)
  const title = number === undefined ? topic.title : wordsOf(site).pageOf(topic.title, number)
  return {
    kind: 'topic',
    frame: frame(site, {
      path: pagePath(topicPath(topic.slug), number),
      title,
      description: topic.description,
      crumbs:
        number === undefined
          ? crumbs(site, topic.title, above(site).topics)
          : crumbs(site, wordsOf(site).page(number), above(site).topics, {
              label: topic.title,
              href: topicPath(topic.slug),
            }),
    }),
    title,
    description: topic.description,
    cards: recapsOf(page.ids, site).map((recap) => card(recap, site)),
    pager: pagerOf(page),
  }
}

export function topicsView(site: SiteReader): TopicsView {
  return {
    kind: 'topics',
    frame: frame(site, {
      path: paths.topics,
      title: wordsOf(site).topics,
      description: wordsOf(site).topicsAbout,
      crumbs: crumbs(site, wordsOf(site).topics),
    }),
    topics: site.names('topic').flatMap((id) => {
      const topic = site.document('topic', id)
      if (!topic) return []
      const { title, slug, description } = topic
      return [{ title, href: topicPath(slug), description }]
    }),
  }
}
