import { paths } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Card, card } from './card.ts'
import { type Frame, frame } from './frame.ts'

export type NotFoundView = { kind: 'notFound'; frame: Frame; newest: Card[] }

const newestCards = 3

export function notFoundView(snapshot: Snapshot): NotFoundView {
  return {
    kind: 'notFound',
    frame: frame(snapshot, { path: paths.notFound, title: 'Not here', noIndex: true }),
    newest: snapshot.recaps.slice(0, newestCards).map((recap) => card(recap, snapshot)),
  }
}
