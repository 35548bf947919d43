import type { EntryOf } from '../cms/entry.ts'
import { yearOf } from './dates.ts'

/**
 * Kinds of lists, all in the order of time. Of recaps there is one of all, and one for each year, author, topic, venue
 * (of the evening) and evening. Of evenings there is one of all, one of those that are over, one of those that are not,
 * and one of these for each venue.
 */
export type ListKind =
  | 'recaps'
  | 'year'
  | 'author'
  | 'topic'
  | 'venue'
  | 'event'
  | 'evenings'
  | 'past'
  | 'coming'
  | 'coming at'

/** A kind and, where there are several of it, what the list is about. */
export type ListName = ListKind | `${ListKind} ${string}`

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

/** @param about undefined where there is only one list of its kind */
function listName(kind: ListKind, about: string | undefined): ListName {
  return about === undefined ? kind : `${kind} ${about}`
}

/** What a list is about: the id of a document, or a year; undefined where there is only one of its kind. */
export function subjectOf(list: ListName): string | undefined {
  // No id has a space in it.
  const space = list.lastIndexOf(' ')
  return space < 0 ? undefined : list.slice(space + 1)
}

/** Is told a list by its kind and what it is about: to make the names of all takes longer than to read an archive. */
export type ListVisitor = (kind: ListKind, about: string | undefined) => void

/**
 * Tells the lists that a recap stands on.
 * @param venue where its evening was
 */
export function visitListsOf(
  recap: EntryOf<'recap'>,
  venue: string | undefined,
  timeZone: string,
  visit: ListVisitor,
): void {
  visitPagedListsOf(recap, venue, visit)
  visit('year', String(yearOf(recap.publishedAt, timeZone)))
  if (recap.event !== undefined) visit('event', recap.event)
}

/** Those of them that are shown as cards on one page after another. */
function visitPagedListsOf(recap: EntryOf<'recap'>, venue: string | undefined, visit: ListVisitor): void {
  visit('recaps', undefined)
  visitOnce(recap.authors, 'author', visit)
  visitOnce(recap.topics, 'topic', visit)
  if (venue !== undefined) visit('venue', venue)
}

/** Somebody may have named one twice. */
function visitOnce(ids: readonly string[], kind: ListKind, visit: ListVisitor): void {
  for (let place = 0; place < ids.length; place++) {
    const id = ids[place]
    if (id !== undefined && ids.indexOf(id) === place) visit(kind, id)
  }
}

/** Tells the lists that an evening stands on, before it is over or after. */
export function visitListsOfEvening({ venue }: EntryOf<'event'>, isOver: boolean, visit: ListVisitor): void {
  visit('evenings', undefined)
  visit(isOver ? 'past' : 'coming', undefined)
  if (!isOver && venue !== undefined) visit('coming at', venue)
}

export function listsOf(recap: EntryOf<'recap'>, venue: string | undefined, timeZone: string): ListName[] {
  return named((visit) => visitListsOf(recap, venue, timeZone, visit))
}

export function pagedListsOf(recap: EntryOf<'recap'>, venue: string | undefined): ListName[] {
  return named((visit) => visitPagedListsOf(recap, venue, visit))
}

export function listsOfEvening(evening: EntryOf<'event'>, isOver: boolean): ListName[] {
  return named((visit) => visitListsOfEvening(evening, isOver, visit))
}

function named(visitAll: (visit: ListVisitor) => void): ListName[] {
  const names: ListName[] = []
  visitAll((kind, about) => names.push(listName(kind, about)))
  return names
}

/** How many stand on a page of a list: cards, or lines in the list of a year and of the evenings that are over. */
export function pageSize(list: ListName): number {
  return list === lists.past || list.startsWith('year ') ? 100 : 12
}
