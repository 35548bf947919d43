import type { Entry, EntryOf } from '../cms/entry.ts'
import { eveningEnd } from './evening.ts'
import {
  isOfEvenings,
  kindOf,
  type ListKind,
  type ListName,
  subjectOf,
  subjectsOfEvening,
  subjectsOfRecap,
} from './lists.ts'

/** What stands on which list when an archive is read. */
export type FirstLists = {
  /** In no order. */
  of(list: ListName): readonly Entry[]
  /** What the lists of a kind are about. */
  subjects(kind: ListKind): string[]
}

/**
 * A run that follows one edit asks for a dozen of some ten thousand lists: each is looked for by itself, until so many
 * of a kind were asked for that making all of them takes less.
 */
const mostSearched = 20

type ListsOfKind = Map<string | undefined, Entry[]>

/** @param moment in milliseconds since 1970: recaps that are dated later stand on no list */
export function createFirstLists(entries: readonly Entry[], moment: number, timeZone: string): FirstLists {
  const recaps: EntryOf<'recap'>[] = []
  const evenings: EntryOf<'event'>[] = []
  for (const entry of entries)
    if (entry._type === 'event') evenings.push(entry)
    else if (entry._type === 'recap' && Date.parse(entry.publishedAt) <= moment) recaps.push(entry)
  const made = new Map<ListKind, ListsOfKind>()
  const searched = new Map<ListKind, number>()
  let venues: Map<string, string | undefined> | undefined

  const venueOf = (event: string | undefined) => {
    venues ??= new Map(evenings.map(({ _id, venue }) => [_id, venue]))
    return event === undefined ? undefined : venues.get(event)
  }
  const eachOf = (
    kind: ListKind,
    visit: (entry: Entry, subjects: readonly (string | undefined)[]) => void,
  ) => {
    if (isOfEvenings(kind))
      for (const evening of evenings)
        visit(evening, subjectsOfEvening(kind, evening, eveningEnd(evening) <= moment))
    else
      for (const recap of recaps) {
        const venue = kind === 'venue' ? venueOf(recap.event) : undefined
        visit(recap, subjectsOfRecap(kind, recap, venue, timeZone))
      }
  }
  const search = (kind: ListKind, about: string | undefined) => {
    const found: Entry[] = []
    eachOf(kind, (entry, subjects) => {
      if (subjects.includes(about)) found.push(entry)
    })
    return found
  }
  const all = (kind: ListKind): ListsOfKind => {
    let lists = made.get(kind)
    if (lists) return lists
    lists = new Map()
    made.set(kind, lists)
    eachOf(kind, (entry, subjects) => {
      for (const about of subjects) {
        const list = lists.get(about)
        if (!list) lists.set(about, [entry])
        else if (list.at(-1) !== entry) list.push(entry)
      }
    })
    return lists
  }

  return {
    of(list) {
      const [kind, about] = [kindOf(list), subjectOf(list)]
      const times = searched.get(kind) ?? 0
      if (made.has(kind) || times === mostSearched) return all(kind).get(about) ?? []
      searched.set(kind, times + 1)
      return search(kind, about)
    },
    subjects: (kind) => [...all(kind).keys()].filter((about) => about !== undefined),
  }
}
