import { type DateText, dayText } from '../dates.ts'
import { recapsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { localeOf, wordsOf } from '../locale.ts'
import { pagePath, paths, recapPath } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { above, crumbs } from './crumbs.ts'
import { type Frame, frame } from './frame.ts'
import { type Pager, pagerOf } from './pager.ts'

/** All recaps of a year, as lines. */
export type YearView = {
  kind: 'year'
  frame: Frame
  heading: string
  recaps: { title: string; href: string; date: DateText }[]
  pager: Pager
}

export function yearView(site: SiteReader, year: number, number: number | undefined): YearView {
  const page = site.page(lists.year(year), number)
  const locale = localeOf(site)
  const words = wordsOf(site)
  const whole = words.recapsOfYear(year)
  const heading = number === undefined ? whole : words.pageOf(whole, number)
  return {
    kind: 'year',
    frame: frame(site, {
      path: pagePath(paths.year(year), number),
      title: heading,
      description: words.yearAbout(year),
      crumbs:
        number === undefined
          ? crumbs(site, String(year), above(site).recaps)
          : crumbs(site, words.page(number), above(site).recaps, {
              label: String(year),
              href: paths.year(year),
            }),
    }),
    heading,
    recaps: recapsOf(page.ids, site).map(({ title, slug, publishedAt }) => ({
      title,
      href: recapPath(slug),
      date: dayText(publishedAt, locale),
    })),
    pager: pagerOf(page),
  }
}
