import { contentPolicy } from '../content-policy.ts'
import { settingsOf } from '../joins.ts'
import { localeOf } from '../locale.ts'
import { paths } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { siteName } from './frame.ts'

/** What crawlers may look at, and where the sitemap is. */
export type RobotsView = { kind: 'robots'; sitemap: string }

export function robotsView(site: SiteReader): RobotsView {
  return { kind: 'robots', sitemap: site.siteUrl + paths.sitemapIndex }
}

/** How the site looks among the apps of a phone. */
export type ManifestView = {
  kind: 'manifest'
  name: string
  description: string
  language: string
}

export function manifestView(site: SiteReader): ManifestView {
  const settings = settingsOf(site)
  const name = siteName(site)
  return {
    kind: 'manifest',
    name,
    description: settings?.description ?? settings?.tagline ?? name,
    language: localeOf(site).language,
  }
}

/** What a static host says with each file. */
export type HeadersView = { kind: 'headers'; contentPolicy: string }

export function headersView(site: SiteReader): HeadersView {
  // One policy for all pages, as far as one is possible: each page has a stricter one of its own.
  return { kind: 'headers', contentPolicy: contentPolicy({ imageOrigin: site.imageOrigin, searches: true }) }
}
