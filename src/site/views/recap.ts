import type { RecapHead } from '../../cms/head.ts'
import { type Heading, headings } from '../../portable-text/anchors.ts'
import type { Body, Picture } from '../../portable-text/body.ts'
import { readingMinutes } from '../../portable-text/plain-text.ts'
import { type DateText, dayText } from '../dates.ts'
import { authorsOf, type Evening, eveningOf, topicsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { type Locale, localeOf } from '../locale.ts'
import { recapPath, topicPath } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { relatedRecaps } from '../related.ts'
import { resolveBody } from '../resolve-body.ts'
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

export function recapView(site: SiteReader, recap: RecapHead): RecapView {
  const body = resolveBody(site.body(recap._id), recap, site)
  const authors = authorsOf(recap, site)
  const evening = eveningOf(recap.event, site)
  const locale = localeOf(site)
  const { earlier, later } = site.around(lists.recaps, recap)
  return {
    kind: 'recap',
    frame: frame(site, {
      path: recapPath(recap.slug),
      title: recap.seo?.title || recap.title,
      description: recap.seo?.description || recap.standfirst,
      shareImage: site.picture(recap.seo?.image ?? recap.cover, places.share),
      noIndex: recap.seo?.noIndex,
    }),
    template: recap.template,
    title: recap.title,
    standfirst: recap.standfirst,
    date: dayText(recap.publishedAt, locale),
    minutes: readingMinutes(body),
    evening: evening && eveningFacts(evening, locale),
    authors: authors.map((author) => byline(author, site)),
    topics: topicsOf(recap, site).map((topic) => ({ title: topic.title, href: topicPath(topic.slug) })),
    cover: site.picture(recap.cover, places.cover),
    body,
    headings: headings(body),
    profiles: authors.map((author) => authorProfile(author, site)),
    nextEvening: nextTicket(site),
    later: neighbour(later[0], site),
    earlier: neighbour(earlier[0], site),
    related: relatedRecaps(recap, site, relatedCards).map((other) => card(other, site)),
  }
}

function eveningFacts({ document, venue }: Evening, locale: Locale): RecapView['evening'] {
  return {
    title: document.title,
    date: dayText(document.startsAt, locale, document.timeZone),
    place: venue?.name,
  }
}

function neighbour(id: string | undefined, site: SiteReader) {
  const recap = site.document('recap', id)
  return recap && { title: recap.title, href: recapPath(recap.slug) }
}
