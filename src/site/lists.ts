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
export function listName(kind: ListKind, about: string | undefined): ListName {
  return about === undefined ? kind : `${kind} ${about}`
}

/** What a list is about: the id of a document, or a year; undefined where there is only one of its kind. */
export function subjectOf(list: ListName): string | undefined {
  const kind = kindOf(list)
  return list === kind ? undefined : list.slice(kind.length + 1)
}

/** @throws Error where there is no such kind */
export function kindOf(list: ListName): ListKind {
  const kind = kinds.find((kind) => list === kind || list.startsWith(`${kind} `))
  if (kind === undefined) throw new Error(`There is no list “${list}”.`)
  return kind
}

/** Kinds of lists of recaps that are shown as cards on one page after another. */
const pagedKinds = ['recaps', 'author', 'topic', 'venue'] as const
const recapKinds = [...pagedKinds, 'year', 'event'] as const
const eveningKinds = ['evenings', 'past', 'coming at', 'coming'] as const
// Of two that begin alike the longer one comes first.
export const kinds: readonly ListKind[] = [...recapKinds, ...eveningKinds]

type RecapKind = (typeof recapKinds)[number]
type EveningKind = (typeof eveningKinds)[number]

export function isOfEvenings(kind: ListKind): kind is EveningKind {
  return eveningKinds.some((known) => known === kind)
}

/** Of kinds of which there is one list. */
const theOnly = [undefined]
const none: readonly string[] = []

/**
 * What the lists of one kind are about that a recap stands on. Somebody may have named one twice.
 * @param venue where its evening was
 */
export function subjectsOfRecap(
  kind: RecapKind,
  { authors, topics, event, publishedAt }: EntryOf<'recap'>,
  venue: string | undefined,
  timeZone: string,
): readonly (string | undefined)[] {
  switch (kind) {
    case 'recaps':
      return theOnly
    case 'author':
      return authors
    case 'topic':
      return topics
    case 'venue':
      return venue === undefined ? none : [venue]
    case 'year':
      return [String(yearOf(publishedAt, timeZone))]
    case 'event':
      return event === undefined ? none : [event]
  }
}

/** The same for an evening, before it is over or after. */
export function subjectsOfEvening(
  kind: EveningKind,
  { venue }: EntryOf<'event'>,
  isOver: boolean,
): readonly (string | undefined)[] {
  switch (kind) {
    case 'evenings':
      return theOnly
    case 'past':
      return isOver ? theOnly : none
    case 'coming':
      return isOver ? none : theOnly
    case 'coming at':
      return isOver || venue === undefined ? none : [venue]
  }
}

/**
 * The lists that a recap stands on.
 * @param venue where its evening was
 */
export function listsOf(recap: EntryOf<'recap'>, venue: string | undefined, timeZone: string): ListName[] {
  return named(recapKinds, (kind) => subjectsOfRecap(kind, recap, venue, timeZone))
}

/** Those of them that are shown as cards on one page after another. */
export function pagedListsOf(
  recap: EntryOf<'recap'>,
  venue: string | undefined,
  timeZone: string,
): ListName[] {
  return named(pagedKinds, (kind) => subjectsOfRecap(kind, recap, venue, timeZone))
}

/** The lists that an evening stands on, before it is over or after. */
export function listsOfEvening(evening: EntryOf<'event'>, isOver: boolean): ListName[] {
  return named(eveningKinds, (kind) => subjectsOfEvening(kind, evening, isOver))
}

function named<Kind extends ListKind>(
  kinds: readonly Kind[],
  subjects: (kind: Kind) => readonly (string | undefined)[],
): ListName[] {
  return kinds.flatMap((kind) => [...new Set(subjects(kind))].map((about) => listName(kind, about)))
}

/** How many stand on a page of a list: cards, or lines in the list of a year and of the evenings that are over. */
export function pageSize(list: ListName): number {
  return list === lists.past || list.startsWith('year ') ? 100 : 12
}
