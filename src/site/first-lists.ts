import type { Entry, EntryOf } from '../cms/entry.ts'
import { eveningEnd } from './evening.ts'
import {
  isOfEvenings,
  kindOf,
  kinds,
  type ListKind,
  type ListName,
  listName,
  subjectOf,
  subjectsOfEvening,
  subjectsOfRecap,
} from './lists.ts'
import { once } from './once.ts'
import { inOrder, type Placed } from './ordered-list.ts'
import { placeOf } from './place-in-time.ts'

/** What stands on which list when an archive is read. All lists of a kind are made when the first is asked for. */
export type FirstLists = {
  /** Oldest first. */
  of(list: ListName): readonly Placed[]
  /** What the lists of a kind are about. */
  subjects(kind: ListKind): string[]
  all(): Generator<[ListName, readonly Placed[]]>
}

type ListsOfKind = Map<string | undefined, Placed[]>

/** @param moment in milliseconds since 1970: recaps that are dated later stand on no list */
export function createFirstLists(entries: readonly Entry[], moment: number, timeZone: string): FirstLists {
  const made = new Map<ListKind, ListsOfKind>()
  const recaps = once(() => inOrderOfTime(entries, 'recap').filter(({ at }) => at <= moment))
  const evenings = once(() => inOrderOfTime(entries, 'event'))
  const venues = once(() => venuesOf(entries))

  const make = (kind: ListKind): ListsOfKind => {
    const lists: ListsOfKind = new Map()
    const put = (placed: Placed, subjects: readonly (string | undefined)[]) => {
      for (const about of subjects) {
        const list = lists.get(about)
        if (!list) lists.set(about, [placed])
        else if (list.at(-1) !== placed) list.push(placed)
      }
    }
    if (isOfEvenings(kind))
      for (const evening of evenings())
        put(evening, subjectsOfEvening(kind, evening.entry, eveningEnd(evening.entry) <= moment))
    else
      for (const recap of recaps()) {
        const { event } = recap.entry
        const venue = kind === 'venue' && event !== undefined ? venues().get(event) : undefined
        put(recap, subjectsOfRecap(kind, recap.entry, venue, timeZone))
      }
    return lists
  }
  const all = (kind: ListKind): ListsOfKind => {
    const lists = made.get(kind) ?? make(kind)
    made.set(kind, lists)
    return lists
  }

  return {
    of: (list) => all(kindOf(list)).get(subjectOf(list)) ?? [],
    subjects: (kind) => [...all(kind).keys()].filter((about) => about !== undefined),
    *all() {
      for (const kind of kinds) for (const [about, list] of all(kind)) yield [listName(kind, about), list]
    },
  }
}

/** Entries of a type with their places. To put all in order once takes less than to put each list in order. */
function inOrderOfTime<T extends 'recap' | 'event'>(entries: readonly Entry[], type: T) {
  const placed: (Placed & { entry: EntryOf<T> })[] = []
  for (const entry of entries) if (isOf(type, entry)) placed.push({ ...placeOf(entry), entry })
  return placed.sort(inOrder)
}

function venuesOf(entries: readonly Entry[]): Map<string, string | undefined> {
  const venues = new Map<string, string | undefined>()
  for (const entry of entries) if (entry._type === 'event') venues.set(entry._id, entry.venue)
  return venues
}

function isOf<T extends 'recap' | 'event'>(type: T, entry: Entry): entry is EntryOf<T> {
  return entry._type === type
}
