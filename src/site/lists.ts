import type { EntryOf } from '../cms/entry.ts'
import { yearOf } from './dates.ts'

/** A list of recaps, oldest first. */
type RecapList =
  | 'recaps'
  | `year ${number}`
  | `author ${string}`
  | `topic ${string}`
  | `venue ${string}`
  | `event ${string}`

/** A list of evenings by when they begin: all, those that are over, those that are not. */
type EveningList = 'evenings' | 'past' | 'coming' | `coming at ${string}`

export type ListName = RecapList | EveningList

export const lists = {
  recaps: 'recaps',
  year: (year: number): ListName => `year ${year}`,
  author: (id: string): ListName => `author ${id}`,
  topic: (id: string): ListName => `topic ${id}`,
  /** Recaps of evenings at a venue. */
  venue: (id: string): ListName => `venue ${id}`,
  /** Recaps of one evening. */
  event: (id: string): ListName => `event ${id}`,
  evenings: 'evenings',
  past: 'past',
  coming: 'coming',
  comingAt: (venue: string): ListName => `coming at ${venue}`,
} as const

/**
 * The lists that a recap stands on.
 * @param venue where its evening was
 */
export function listsOf(recap: EntryOf<'recap'>, venue: string | undefined, timeZone: string): Set<ListName> {
  return new Set([
    ...pagedListsOf(recap, venue),
    lists.year(yearOf(recap.publishedAt, timeZone)),
    ...(recap.event === undefined ? [] : [lists.event(recap.event)]),
  ])
}

/** Those of them that are shown as cards on one page after another. */
export function pagedListsOf(recap: EntryOf<'recap'>, venue: string | undefined): ListName[] {
  return [
    lists.recaps,
    ...new Set(recap.authors.map(lists.author)),
    ...new Set(recap.topics.map(lists.topic)),
    ...(venue === undefined ? [] : [lists.venue(venue)]),
  ]
}

/** Id of the document whose list it is; undefined for those of the site. */
export function ownerOf(list: ListName): string | undefined {
  const space = list.indexOf(' ')
  return space < 0 ? undefined : list.slice(space + 1)
}

/** The lists that an evening stands on, before it is over or after. */
export function listsOfEvening({ venue }: EntryOf<'event'>, isOver: boolean): ListName[] {
  if (isOver) return [lists.evenings, lists.past]
  return [lists.evenings, lists.coming, ...(venue === undefined ? [] : [lists.comingAt(venue)])]
}

/** How many stand on a page of a list: cards, or lines in the list of a year and of the evenings that are over. */
export function pageSize(list: ListName): number {
  return list === lists.past || list.startsWith('year ') ? 100 : 12
}
