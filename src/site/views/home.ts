import { readingMinutes } from '../../portable-text/plain-text.ts'
import { recapsOf, settingsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { localeOf } from '../locale.ts'
import { paths } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { resolveBody } from '../resolve-body.ts'
import { type Card, card, cardWith } from './card.ts'
import { type Frame, frame, siteName } from './frame.ts'
import { publisher, type StructuredData } from './structured-data.ts'
import { nextTicket, type Ticket } from './ticket.ts'
import { type TopicLink, topicLinks } from './topic-links.ts'

export type HomeView = {
  kind: 'home'
  frame: Frame
  lead: (Card & { minutes: number }) | undefined
  earlier: Card[]
  recapCount: number
  nextEvening: Ticket | undefined
  topics: TopicLink[]
}

const earlierCards = 6

export function homeView(site: SiteReader): HomeView {
  const settings = settingsOf(site)
  const [newest, ...earlier] = recapsOf(site.newest(lists.recaps, earlierCards + 1), site)
  const name = siteName(site)
  return {
    kind: 'home',
    frame: frame(site, {
      path: paths.home,
      title: settings ? `${name}: ${settings.tagline}` : name,
      crumbs: [],
      structuredData: [organisation(site), website(site)],
    }),
    lead: newest && {
      ...cardWith(newest, site, places.lead),
      minutes: readingMinutes(resolveBody(site.body(newest._id), newest, site)),
    },
    earlier: earlier.map((recap) => card(recap, site)),
    recapCount: site.size(lists.recaps),
    nextEvening: nextTicket(site),
    topics: topicLinks(site),
  }
}

function organisation(site: SiteReader): StructuredData {
  const settings = settingsOf(site)
  const logo = site.picture(settings?.logo, places.portrait)
  const elsewhere = (settings?.socialLinks ?? []).map(({ url }) => url).filter((url) => /^https?:/.test(url))
  return {
    ...publisher(site.siteUrl, siteName(site)),
    ...(settings ? { description: settings.description ?? settings.tagline } : {}),
    ...(logo ? { logo: new URL(logo.src, site.siteUrl).href } : {}),
    ...(elsewhere.length === 0 ? {} : { sameAs: elsewhere }),
  }
}

function website(site: SiteReader): StructuredData {
  const { siteUrl } = site
  return {
    '@type': 'WebSite',
    '@id': `${siteUrl}/#website`,
    name: siteName(site),
    url: siteUrl + paths.home,
    inLanguage: localeOf(site).language,
    publisher: { '@id': `${siteUrl}/#organization` },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}${paths.search}?q={words}` },
      'query-input': 'required name=words',
    },
  }
}
