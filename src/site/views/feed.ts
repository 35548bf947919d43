import type { Body, Picture } from '../../portable-text/body.ts'
import { locale } from '../locale.ts'
import { paths, recapPath } from '../paths.ts'
import { places } from '../pictures.ts'
import { resolveBody } from '../resolve-body.ts'
import type { Recap, Snapshot } from '../snapshot.ts'
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
  language: string
  siteUrl: string
  homeUrl: string
  selfUrl: string
  entries: FeedEntry[]
}

const newestEntries = 50

export function feedView(snapshot: Snapshot): FeedView {
  const { siteUrl, settings, recaps } = snapshot
  const name = siteName(snapshot)
  return {
    kind: 'feed',
    title: name,
    description: settings?.description ?? settings?.tagline ?? name,
    language: locale.language,
    siteUrl,
    homeUrl: siteUrl + paths.home,
    selfUrl: siteUrl + paths.rss,
    entries: recaps.slice(0, newestEntries).map((recap) => entry(recap, snapshot)),
  }
}

function entry({ document, authors, topics }: Recap, snapshot: Snapshot): FeedEntry {
  return {
    guid: `recap:${document._id}`,
    title: document.title,
    url: snapshot.siteUrl + recapPath(document.slug),
    publishedAt: document.publishedAt,
    authors: authors.map((author) => author.name),
    categories: topics.map((topic) => topic.title),
    summary: document.standfirst,
    cover: snapshot.picture(document.cover, places.cover),
    body: resolveBody(document.body, snapshot),
  }
}
