import { wordsOf } from '../locale.ts'
import { paths } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { crumbs } from './crumbs.ts'
import { type Frame, frame } from './frame.ts'

export type NotFoundView = { kind: 'notFound'; frame: Frame }

export function notFoundView(site: SiteReader): NotFoundView {
  const { name } = wordsOf(site).notHere
  return {
    kind: 'notFound',
    frame: frame(site, {
      path: paths.notFound,
      title: name,
      noIndex: true,
      crumbs: crumbs(site, name),
      searches: true,
    }),
  }
}
