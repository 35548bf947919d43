import type { RecapHead } from '../../cms/head.ts'
import type { Language } from '../../cms/schemas/language.ts'
import type { Body, Picture } from '../../portable-text/body.ts'
import { authorsOf, recapsOf, settingsOf, topicsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { localeOf } from '../locale.ts'
import { paths, recapPath } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { resolveBody } from '../resolve-body.ts'
import { siteName } from './frame.ts'

export type FeedEntry = {
  /** Never changes, whatever happens to title and address. */
  guid: string
  title: string
  url: string
  publishedAt: string
  authors: string[]
  categories: string[]
  summary: string
  cover: Picture | undefined
  body: Body
}

/** One feed, whatever format it is written in. Addresses are complete but for those in bodies and pictures. */
export type FeedView = {
  kind: 'feed'
  title: string
  description: string
  language: Language
  siteUrl: string
  homeUrl: string
  selfUrl: string
  entries: FeedEntry[]
}

const newestEntries = 50

export function feedView(site: SiteReader): FeedView {
  const { siteUrl } = site
  const settings = settingsOf(site)
  const name = siteName(site)
  return {
    kind: 'feed',
    title: name,
    description: settings?.description ?? settings?.tagline ?? name,
    language: localeOf(site).language,
    siteUrl,
    homeUrl: siteUrl + paths.home,
    selfUrl: siteUrl + paths.rss,
    entries: recapsOf(site.newest(lists.recaps, newestEntries), site).map((recap) => entry(recap, site)),
  }
}

function entry(recap: RecapHead, site: SiteReader): FeedEntry {
  return {
    guid: `recap:${recap._id}`,
    title: recap.title,
    url: site.siteUrl + recapPath(recap.slug),
    publishedAt: recap.publishedAt,
    authors: authorsOf(recap, site).map((author) => author.name),
    categories: topicsOf(recap, site).map((topic) => topic.title),
    summary: recap.standfirst,
    cover: site.picture(recap.cover, places.cover),
    body: resolveBody(site.body(recap._id), recap, site),
  }
}
