import type { Entry, EntryOf } from '../cms/entry.ts'
import type { Beginning } from './beginning.ts'
import { type Claims, createClaims } from './claims.ts'
import { type EntryChange, entriesSince } from './entries-since.ts'
import { eveningEnd } from './evening.ts'
import { type Fact, facts, type NamedType, namedTypes } from './facts.ts'
import { type KeptLists, keptIds, listOfIds } from './kept-lists.ts'
import { touchBetween, touchFrom } from './list-touch.ts'
import { type ListName, lists, listsOf, listsOfEvening, subjectOf } from './lists.ts'
import { claimsSomething } from './old-paths.ts'
import { once } from './once.ts'
import { type OrderedList, orderedList, type Placed } from './ordered-list.ts'
import { isNamed, orderedNames } from './ordered-names.ts'
import { placeOf, timeOf } from './place-in-time.ts'
import { followUpcoming } from './upcoming.ts'

/** Where everything stands at one moment: the lists that views are made from, kept in order as documents change. */
export type SiteIndex = {
  /** Whether pictures are drawn that are shown where pages are shared. */
  drawsShareCards: boolean
  /** Time zone in which years begin. */
  timeZone: string
  entry(id: string): Entry | undefined
  /** Undefined for a recap that is not public yet, and for what is not there. */
  publicEntry(id: string): Entry | undefined
  idBySlug(type: Entry['_type'], slug: string): string | undefined
  list(name: ListName): OrderedList
  names(type: NamedType): readonly string[]
  /** Newest first. */
  years(): number[]
  nextEvening(): string | undefined
  /** Whether an evening is over. */
  isOver(evening: Pick<EntryOf<'event'>, 'startsAt' | 'endsAt'>): boolean
  /** Old addresses of documents, also of those that are not public yet. */
  claims: Pick<Claims, 'of' | 'paths' | 'misspelt'>
  /** Where an evening is; undefined also where there is no such evening. */
  venueOf(event: string | undefined): string | undefined
  /**
   * Puts an entry in its place, or takes it away (`after` undefined); notes what views may have read of it. Its place
   * may also be another one because of the moment.
   */
  replace(id: string, after: Entry | undefined, touched: Set<Fact>): void
  /** When something appears or is over by itself; undefined: never. */
  nextChange(): number | undefined
  /** Ids of what appears or is over between the index's moment and a later one. */
  dueAt(now: number): string[]
  /** From now on the index is of a later moment; whatever is due must be replaced by its own entry then. */
  setMoment(now: number): void
  /** Says what has changed since the index last looked: what it has not read yet would be of today. */
  rewind(changes: readonly EntryChange[]): void
  /** What has changed, since it was last asked, of what an index can begin with again. */
  changedLists(): KeptLists
}

export function createSiteIndex(
  beginning: Beginning,
  moment: number,
  timeZone: string,
  drawsShareCards = false,
): SiteIndex {
  let now = moment
  const entries = entriesSince(beginning)
  const entriesOf = (ids: readonly string[]) => ids.flatMap((id) => entries.get(id) ?? [])
  const listByName = new Map<ListName, OrderedList>()
  const changed = new Map<string, () => readonly Placed[]>()
  // Each is made before anything of it changes, so what is made later is still what it was in the beginning.
  const upcoming = followUpcoming(beginning.upcoming, (kind, list) => changed.set(kind, list.items))
  const claims = once(() => createClaims(entriesOf(beginning.claiming())))
  const namesOfAll = (type: NamedType) => once(() => orderedNames(entriesOf(beginning.named(type))))
  const named = { author: namesOfAll('author'), topic: namesOfAll('topic'), venue: namesOfAll('venue') }

  const list = (name: ListName) => {
    let known = listByName.get(name)
    if (!known) {
      known = orderedList(beginning.list(name))
      listByName.set(name, known)
    }
    return known
  }
  const isPublic = (entry: Entry) => entry._type !== 'recap' || timeOf(entry.publishedAt) <= now

  const isOver = (event: Pick<EntryOf<'event'>, 'startsAt' | 'endsAt'>) => eveningEnd(event) <= now
  const venueOf = (id: string | undefined) => {
    const event = id === undefined ? undefined : entries.get(id)
    return event?._type === 'event' ? event.venue : undefined
  }

  const putInto = (name: ListName, placed: Placed, touched: Set<Fact>) => {
    const target = list(name)
    const before = target.size()
    target.insert(placed)
    changed.set(name, target.items)
    touchFrom(target.indexOf(placed), name, target, before, touched)
  }
  const takeFrom = (name: ListName, placed: Placed, touched: Set<Fact>) => {
    const target = list(name)
    const before = target.size()
    const index = target.indexOf(placed)
    target.remove(placed)
    changed.set(name, target.items)
    touched.add(facts.around(placed.id))
    touchFrom(index, name, target, before, touched)
  }
  const moveWithin = (name: ListName, from: Placed, to: Placed, touched: Set<Fact>) => {
    if (from.at === to.at) return
    const target = list(name)
    const index = target.indexOf(from)
    target.remove(from)
    target.insert(to)
    changed.set(name, target.items)
    touchBetween(index, target.indexOf(to), name, target, touched)
  }

  const namesOf = (entry: Entry): ListName[] => {
    if (entry._type === 'recap') return listsOf(entry, venueOf(entry.event), timeZone)
    return entry._type === 'event' ? listsOfEvening(entry, isOver(entry)) : []
  }

  /** Where an entry belongs at this moment; what is listed by its name has no place in time. */
  const standingOf = (entry: Entry | undefined): Standing => {
    const place = entry && isPublic(entry) ? placeOf(entry) : undefined
    return entry && place ? { place, names: new Set(namesOf(entry)) } : nowhere
  }

  /** Where an entry stands: it may have become public, or have come to its end, since it was put there. */
  const standingBefore = (entry: Entry | undefined): Standing => {
    const stands = (name: ListName, place: Placed) => {
      const known = list(name)
      return known.idAt(known.indexOf(place)) === place.id
    }
    const place = entry && placeOf(entry)
    if (!place) return nowhere
    const names =
      entry._type === 'event'
        ? [...listsOfEvening(entry, true), ...listsOfEvening(entry, false)]
        : namesOf(entry)
    return { place, names: new Set(names.filter((name) => stands(name, place))) }
  }

  /** Recaps stand on the list of the venue of their evening. */
  const moveRecaps = (
    event: string,
    from: string | undefined,
    to: string | undefined,
    touched: Set<Fact>,
  ) => {
    for (const placed of list(lists.event(event)).items()) {
      if (from !== undefined) takeFrom(lists.venue(from), placed, touched)
      if (to !== undefined) putInto(lists.venue(to), placed, touched)
    }
  }

  /** Lets an entry be found by its id, slug, name and old addresses, and among what is to come; or no more. */
  const note = (entry: Entry, what: 'put' | 'remove') => {
    upcoming[what](entry, now)
    if (claimsSomething(entry)) {
      claims()[what](entry)
      changed.set(keptIds.claiming, () => listOfIds(claims().ids()))
    }
    if (isNamed(entry)) {
      const names = named[entry._type]()
      names[what](entry)
      changed.set(keptIds.named(entry._type), () => listOfIds(names.ids()))
    }
    // Last: what is asked for the first time is made of the entries as they were.
    entries[what](entry)
  }

  return {
    drawsShareCards,
    timeZone,
    entry: entries.get,
    publicEntry(id) {
      const entry = entries.get(id)
      return entry && isPublic(entry) ? entry : undefined
    },
    idBySlug: entries.idBySlug,
    list,
    names: (type) => named[type]().ids(),
    years: () =>
      [...new Set([...beginning.years(), ...yearsOf(listByName.keys())])]
        .filter((year) => list(lists.year(year)).size() > 0)
        .sort((a, b) => b - a),
    nextEvening: upcoming.nextEvening,
    get claims() {
      return claims()
    },
    isOver,
    venueOf,
    replace(id, after, touched) {
      touched.add(facts.entry(id))
      const before = entries.get(id)
      const next = upcoming.nextEvening()
      const venue = venueOf(id)
      const old = standingBefore(before)
      if (before) note(before, 'remove')
      if (after) note(after, 'put')
      const fresh = standingOf(after)
      for (const name of old.names)
        if (fresh.names.has(name)) moveWithin(name, old.place, fresh.place, touched)
        else takeFrom(name, old.place, touched)
      for (const name of fresh.names) if (!old.names.has(name)) putInto(name, fresh.place, touched)
      if (upcoming.nextEvening() !== next) touched.add(facts.nextEvening)
      if (venueOf(id) !== venue) moveRecaps(id, venue, venueOf(id), touched)
      for (const type of namedTypes)
        if (before?._type === type || after?._type === type) touched.add(facts.names(type))
    },
    nextChange: upcoming.nextChange,
    dueAt: upcoming.dueAt,
    setMoment(moment) {
      now = moment
    },
    rewind: entries.rewind,
    changedLists() {
      const lists = new Map([...changed].map(([name, items]) => [name, items()]))
      changed.clear()
      return lists
    },
  }
}

/** The lists that something stands on, in each of them at the same place in time. */
type Standing = { place: Placed; names: ReadonlySet<ListName> }

const nowhere: Standing = { place: { id: '', at: 0 }, names: new Set() }

function yearsOf(names: Iterable<ListName>): number[] {
  return [...names].flatMap((name) => (name.startsWith('year ') ? Number(subjectOf(name)) : []))
}
