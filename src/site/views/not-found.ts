import { wordsOf } from '../locale.ts'
import { paths } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { type Frame, frame } from './frame.ts'

export type NotFoundView = { kind: 'notFound'; frame: Frame }

export function notFoundView(site: SiteReader): NotFoundView {
  return {
    kind: 'notFound',
    frame: frame(site, { path: paths.notFound, title: wordsOf(site).notHere.name, noIndex: true }),
  }
}
