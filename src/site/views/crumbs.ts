import { wordsOf } from '../locale.ts'
import { paths } from '../paths.ts'
import type { SiteReader } from '../reader.ts'

/** A step on the way from the home page to a page; the page itself leads nowhere. */
export type Crumb = { label: string; href: string | undefined }

/** The way to a page: `Home`, then the lists above it, then itself. */
export function crumbs(
  site: SiteReader,
  label: string,
  ...above: { label: string; href: string }[]
): Crumb[] {
  return [{ label: wordsOf(site).home, href: paths.home }, ...above, { label, href: undefined }]
}

/** The lists that pages stand under. */
export function above(site: SiteReader) {
  const { recaps, events, people, topics, venues } = wordsOf(site)
  return {
    recaps: { label: recaps, href: paths.recaps },
    events: { label: events.name, href: paths.events },
    people: { label: people, href: paths.authors },
    topics: { label: topics, href: paths.topics },
    venues: { label: venues.name, href: paths.venues },
  }
}
