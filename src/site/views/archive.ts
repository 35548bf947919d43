import { recapsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { wordsOf } from '../locale.ts'
import { pagePath, paths } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { type Card, card } from './card.ts'
import { above, crumbs } from './crumbs.ts'
import { type Frame, frame } from './frame.ts'
import { type Pager, pagerOf } from './pager.ts'

export type ArchiveView = {
  kind: 'archive'
  frame: Frame
  heading: string
  recapCount: number
  cards: Card[]
  pager: Pager
}

export function archiveView(site: SiteReader, number: number | undefined): ArchiveView {
  const page = site.page(lists.recaps, number)
  const words = wordsOf(site)
  const heading = number === undefined ? words.recaps : words.pageOf(words.recaps, number)
  return {
    kind: 'archive',
    frame: frame(site, {
      path: pagePath(paths.recaps, number),
      title: heading,
      description: words.recapsAbout,
      crumbs:
        number === undefined ? crumbs(site, heading) : crumbs(site, words.page(number), above(site).recaps),
    }),
    heading,
    // Only the head page may count: the older ones must not change with each new recap.
    recapCount: number === undefined ? site.size(lists.recaps) : 0,
    cards: recapsOf(page.ids, site).map((recap) => card(recap, site)),
    pager: pagerOf(page),
  }
}
