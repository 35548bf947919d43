import { recapsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { paths } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { type Card, card } from './card.ts'
import { type Frame, frame } from './frame.ts'

export type NotFoundView = { kind: 'notFound'; frame: Frame; newest: Card[] }

const newestCards = 3

export function notFoundView(site: SiteReader): NotFoundView {
  return {
    kind: 'notFound',
    frame: frame(site, { path: paths.notFound, title: 'Not here', noIndex: true }),
    newest: recapsOf(site.newest(lists.recaps, newestCards), site).map((recap) => card(recap, site)),
  }
}
