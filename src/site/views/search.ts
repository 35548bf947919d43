import { wordsOf } from '../locale.ts'
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
      title: wordsOf(site).search,
      description: wordsOf(site).find,
      crumbs: crumbs(site, wordsOf(site).search),
      searches: true,
    }),
    years: site.years().map((year) => ({ year, href: paths.year(year) })),
  }
}
