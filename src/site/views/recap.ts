import { type Heading, headings } from '../../portable-text/anchors.ts'
import type { Body, Picture } from '../../portable-text/body.ts'
import { readingMinutes } from '../../portable-text/plain-text.ts'
import { type DateText, dayText } from '../dates.ts'
import { recapPath, topicPath } from '../paths.ts'
import { places } from '../pictures.ts'
import { relatedRecaps } from '../related.ts'
import { resolveBody } from '../resolve-body.ts'
import type { Evening, Recap, Snapshot } from '../snapshot.ts'
import { type AuthorProfile, authorProfile } from './author-profile.ts'
import { type Byline, byline, type Card, card } from './card.ts'
import { type Frame, frame } from './frame.ts'
import { nextTicket, type Ticket } from './ticket.ts'

export type RecapView = {
  kind: 'recap'
  frame: Frame
  /** Name of the file in `content/templates` that lays it out. */
  template: string
  title: string
  standfirst: string
  date: DateText
  minutes: number
  evening: { title: string; date: DateText; place: string | undefined } | undefined
  authors: Byline[]
  topics: { title: string; href: string }[]
  cover: Picture | undefined
  body: Body
  headings: Heading[]
  profiles: AuthorProfile[]
  nextEvening: Ticket | undefined
  later: { title: string; href: string } | undefined
  earlier: { title: string; href: string } | undefined
  related: Card[]
}

const relatedCards = 3

export function recapView(snapshot: Snapshot, recap: Recap): RecapView {
  const { document } = recap
  const body = resolveBody(document.body, snapshot)
  return {
    kind: 'recap',
    frame: frame(snapshot, {
      path: recapPath(document.slug),
      title: document.seo?.title || document.title,
      description: document.seo?.description || document.standfirst,
      shareImage: snapshot.picture(document.seo?.image ?? document.cover, places.share),
      noIndex: document.seo?.noIndex,
    }),
    template: document.template,
    title: document.title,
    standfirst: document.standfirst,
    date: dayText(document.publishedAt),
    minutes: readingMinutes(body),
    evening: recap.event && eveningFacts(recap.event),
    authors: recap.authors.map((author) => byline(author, snapshot)),
    topics: recap.topics.map((topic) => ({ title: topic.title, href: topicPath(topic.slug) })),
    cover: snapshot.picture(document.cover, places.cover),
    body,
    headings: headings(body),
    profiles: recap.authors.map((author) => authorProfile(author, snapshot)),
    nextEvening: nextTicket(snapshot),
    later: neighbour(snapshot.recaps[recap.rank - 1]),
    earlier: neighbour(snapshot.recaps[recap.rank + 1]),
    related: relatedRecaps(recap, snapshot, relatedCards).map((other) => card(other, snapshot)),
  }
}

function eveningFacts({ document, venue }: Evening): RecapView['evening'] {
  return { title: document.title, date: dayText(document.startsAt, document.timeZone), place: venue?.name }
}

function neighbour(recap: Recap | undefined) {
  return recap && { title: recap.document.title, href: recapPath(recap.document.slug) }
}
