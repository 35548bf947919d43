import { paths } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { crumbs } from './crumbs.ts'
import { type Frame, frame } from './frame.ts'

export type SearchView = {
  kind: 'search'
  frame: Frame
  /** The list of each year's recaps, the newest first, for readers whose browser runs no script. */
  years: { year: number; href: string }[]
}

export function searchView(site: SiteReader): SearchView {
  return {
    kind: 'search',
    frame: frame(site, {
      path: paths.search,
      title: 'Search',
      description: 'Find an evening by what was said.',
      crumbs: crumbs('Search'),
      searches: true,
    }),
    years: site.years().map((year) => ({ year, href: paths.year(year) })),
  }
}
