import type { HeadOf, RecapHead } from '../../cms/head.ts'
import { type Heading, headings } from '../../portable-text/anchors.ts'
import type { Body, Picture } from '../../portable-text/body.ts'
import { readingMinutes } from '../../portable-text/plain-text.ts'
import { type DateText, dayText, yearOf } from '../dates.ts'
import { authorsOf, type Evening, eveningOf, topicsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { type Locale, localeOf } from '../locale.ts'
import { authorPath, eventPath, paths, recapPath, sharePaths, topicPath, venuePath } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { relatedRecaps } from '../related.ts'
import { resolveBody } from '../resolve-body.ts'
import { type AuthorProfile, authorProfile } from './author-profile.ts'
import { type Byline, byline, type Card, card } from './card.ts'
import { above, crumbs } from './crumbs.ts'
import { type Frame, frame, siteName } from './frame.ts'
import { person, publisher, type StructuredData } from './structured-data.ts'
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
  evening:
    | { title: string; href: string; date: DateText; place: { name: string; href: string } | undefined }
    | undefined
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
  const year = yearOf(recap.publishedAt, locale.timeZone)
  const { earlier, later } = site.around(lists.recaps, recap)
  return {
    kind: 'recap',
    frame: frame(site, {
      path: recapPath(recap.slug),
      title: recap.seo?.title || recap.title,
      description: recap.seo?.description || recap.standfirst,
      shareImage: site.picture(
        recap.seo?.image ?? (site.drawsShareCards ? undefined : recap.cover),
        places.share,
      ),
      shareCard: { path: sharePaths.recap(recap.slug), alt: recap.title },
      type: 'article',
      dates: { published: recap.publishedAt, modified: dayOf(recap._updatedAt) },
      structuredData: [posting(recap, authors, site)],
      noIndex: recap.seo?.noIndex,
      crumbs: crumbs(site, recap.title, above(site).recaps, { label: String(year), href: paths.year(year) }),
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
    later: neighbour(later[0]?.id, site),
    earlier: neighbour(earlier[0]?.id, site),
    related: relatedRecaps(recap, site, relatedCards).map((other) => card(other, site)),
  }
}

function posting(recap: RecapHead, authors: HeadOf<'author'>[], site: SiteReader): StructuredData {
  const { siteUrl } = site
  const address = siteUrl + encodeURI(recapPath(recap.slug))
  const image = site.picture(recap.seo?.image ?? recap.cover, places.share)
  return {
    '@type': 'BlogPosting',
    headline: recap.title,
    description: recap.standfirst,
    url: address,
    mainEntityOfPage: address,
    datePublished: recap.publishedAt,
    dateModified: dayOf(recap._updatedAt),
    inLanguage: localeOf(site).language,
    ...(image ? { image: new URL(image.src, siteUrl).href } : {}),
    author: authors.map(({ name, slug }) => person(name, siteUrl + encodeURI(authorPath(slug)))),
    publisher: publisher(siteUrl, siteName(site)),
    keywords: topicsOf(recap, site).map(({ title }) => title),
  }
}

/** To the day, as the sitemap has it. */
function dayOf(moment: string): string {
  return moment.slice(0, 10)
}

function eveningFacts({ document, venue }: Evening, locale: Locale): RecapView['evening'] {
  return {
    title: document.title,
    href: eventPath(document.slug),
    date: dayText(document.startsAt, locale, document.timeZone),
    place: venue && { name: venue.name, href: venuePath(venue.slug) },
  }
}

function neighbour(id: string | undefined, site: SiteReader) {
  const recap = site.document('recap', id)
  return recap && { title: recap.title, href: recapPath(recap.slug) }
}
