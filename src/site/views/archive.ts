import { stablePages } from '../pagination.ts'
import { paths } from '../paths.ts'
import type { Recap, Snapshot } from '../snapshot.ts'
import { type Card, card } from './card.ts'
import { type Frame, frame } from './frame.ts'

export type ArchiveView = {
  kind: 'archive'
  frame: Frame
  heading: string
  recapCount: number
  cards: Card[]
  later: string | undefined
  earlier: string | undefined
}

/** A page of the archive that still has to be made, and its address. */
export type ArchivePage = { path: string; view: () => ArchiveView }

const pageSize = 12

export function archivePages(snapshot: Snapshot): ArchivePage[] {
  const pages = stablePages(snapshot.recaps, pageSize).map((page) => ({ ...page, path: pathOf(page.number) }))
  return pages.map((page, index) => ({
    path: page.path,
    view: () =>
      archiveView(snapshot, page, { later: pages[index - 1]?.path, earlier: pages[index + 1]?.path }),
  }))
}

function archiveView(
  snapshot: Snapshot,
  page: { path: string; number: number | undefined; items: Recap[] },
  neighbours: { later: string | undefined; earlier: string | undefined },
): ArchiveView {
  const heading = page.number === undefined ? 'Recaps' : `Recaps, page ${page.number}`
  return {
    kind: 'archive',
    frame: frame(snapshot, {
      path: page.path,
      title: heading,
      description: 'What was said, evening by evening.',
    }),
    heading,
    // Only the head page may count: the older ones must not change with each new recap.
    recapCount: page.number === undefined ? snapshot.recaps.length : 0,
    cards: page.items.map((recap) => card(recap, snapshot)),
    ...neighbours,
  }
}

function pathOf(number: number | undefined): string {
  return number === undefined ? paths.recaps : paths.recapsPage(number)
}
