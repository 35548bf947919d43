import type { Entry } from '../cms/entry.ts'
import { type NamedType, namedTypes } from './facts.ts'
import { createFirstLists } from './first-lists.ts'
import { type KeptLists, keptIds, listOfIds } from './kept-lists.ts'
import type { ListName } from './lists.ts'
import { claimsSomething } from './old-paths.ts'
import { inOrder, type Placed } from './ordered-list.ts'
import { expected, type UpcomingKind, upcomingKinds } from './upcoming.ts'

/** Where everything stood when an index was opened. Nothing is looked for before it is asked for. */
export type Beginning = {
  entry(id: string): Entry | undefined
  idBySlug(type: Entry['_type'], slug: string): string | undefined
  /** Oldest first. */
  list(name: ListName): readonly Placed[]
  upcoming(kind: UpcomingKind): readonly Placed[]
  /** Years with recaps, in no order. */
  years(): number[]
  /** Ids of what has old addresses, or something that is written as one. */
  claiming(): readonly string[]
  /** Ids of all documents of a type, in no order. */
  named(type: NamedType): readonly string[]
}

/**
 * The same from the entries of all documents.
 * @param moment in milliseconds since 1970
 */
export function beginningOf(
  entries: Iterable<Entry>,
  moment: number,
  timeZone: string,
): Beginning & { kept(): KeptLists } {
  const all = [...entries]
  const entryById = new Map(all.map((entry) => [entry._id, entry]))
  const idBySlug = new Map(all.map((entry) => [slugKey(entry._type, entry.slug), entry._id]))
  const first = createFirstLists(all, moment, timeZone)
  const idsOf = (entries: readonly Entry[]) => entries.map(({ _id }) => _id)
  const upcoming = (kind: UpcomingKind) =>
    all.flatMap((entry) => expected[kind](entry, moment) ?? []).sort(inOrder)
  const claiming = () => idsOf(all.filter(claimsSomething))
  const named = (type: NamedType) => idsOf(all.filter(({ _type }) => _type === type))
  return {
    entry: (id) => entryById.get(id),
    idBySlug: (type, slug) => idBySlug.get(slugKey(type, slug)),
    list: first.of,
    upcoming,
    years: () => first.subjects('year').map(Number),
    claiming,
    named,
    kept() {
      const lists = new Map<string, readonly Placed[]>(first.all())
      for (const kind of upcomingKinds) lists.set(kind, upcoming(kind))
      lists.set(keptIds.claiming, listOfIds(claiming()))
      for (const type of namedTypes) lists.set(keptIds.named(type), listOfIds(named(type)))
      return lists
    },
  }
}

/** Slugs are told apart within a type. */
export function slugKey(type: Entry['_type'], slug: string): string {
  return `${type}/${slug}`
}
