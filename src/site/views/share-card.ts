import type { HeadOf, RecapHead } from '../../cms/head.ts'
import { dayText } from '../dates.ts'
import { authorsOf, settingsOf } from '../joins.ts'
import { localeOf } from '../locale.ts'
import { type PicturePlace, places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { siteName } from './frame.ts'

/** What the picture says that is shown where a page is shared. */
export type ShareCardView = {
  kind: 'shareCard'
  siteTitle: string
  title: string
  /** Who and when. */
  byline: string
  /** Address of the picture beside it. */
  cover: string | undefined
}

const cover: PicturePlace = places.shareCover

export function recapShareCard(site: SiteReader, recap: RecapHead): ShareCardView {
  const authors = authorsOf(recap, site).map(({ name }) => name)
  return {
    kind: 'shareCard',
    siteTitle: siteName(site),
    title: recap.title,
    byline: [authors.join(', '), dayText(recap.publishedAt, localeOf(site)).text].filter(Boolean).join(' · '),
    cover: site.picture(recap.cover, cover)?.src,
  }
}

export function eventShareCard(site: SiteReader, event: HeadOf<'event'>): ShareCardView {
  const venue = site.document('venue', event.venue)
  return {
    kind: 'shareCard',
    siteTitle: siteName(site),
    title: event.title,
    byline: [dayText(event.startsAt, localeOf(site), event.timeZone).text, venue?.name]
      .filter(Boolean)
      .join(' · '),
    cover: site.picture(event.cover ?? venue?.photo, cover)?.src,
  }
}

export function authorShareCard(site: SiteReader, author: HeadOf<'author'>): ShareCardView {
  return {
    kind: 'shareCard',
    siteTitle: siteName(site),
    title: author.name,
    byline: author.role ?? '',
    cover: site.picture(author.portrait, cover)?.src,
  }
}

/** For every page that has none of its own. */
export function siteShareCard(site: SiteReader): ShareCardView {
  const settings = settingsOf(site)
  const name = siteName(site)
  return {
    kind: 'shareCard',
    siteTitle: new URL(site.siteUrl).host,
    title: name,
    byline: settings?.tagline ?? '',
    cover: undefined,
  }
}
