import { type DateText, dayText } from '../dates.ts'
import { paths, recapPath } from '../paths.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Frame, frame } from './frame.ts'

export type SearchView = {
  kind: 'search'
  frame: Frame
  /** Every recap, for readers whose browser runs no script. */
  recaps: { title: string; href: string; date: DateText }[]
}

export function searchView(snapshot: Snapshot): SearchView {
  return {
    kind: 'search',
    frame: frame(snapshot, {
      path: paths.search,
      title: 'Search',
      description: 'Find an evening by what was said.',
    }),
    recaps: snapshot.recaps.map(({ document }) => ({
      title: document.title,
      href: recapPath(document.slug),
      date: dayText(document.publishedAt),
    })),
  }
}
