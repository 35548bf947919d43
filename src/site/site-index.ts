import type { Entry, EntryOf } from '../cms/entry.ts'
import { type Claims, createClaims } from './claims.ts'
import { eveningEnd } from './evening.ts'
import { type Fact, facts, type NamedType } from './facts.ts'
import { createFirstLists } from './first-lists.ts'
import { touchBetween, touchFrom } from './list-touch.ts'
import { type ListName, lists, listsOf, listsOfEvening, subjectOf } from './lists.ts'
import { compare, type OrderedList, orderedList, type Placed } from './ordered-list.ts'
import { placeOf, timeOf } from './place-in-time.ts'

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
}

export function createSiteIndex(
  entries: Iterable<Entry>,
  moment: number,
  timeZone: string,
  drawsShareCards = false,
): SiteIndex {
  let now = moment
  const entryById = new Map<string, Entry>()
  const idBySlug = new Map<string, string>()
  const listByName = new Map<ListName, OrderedList>()
  const claims = createClaims()
  const scheduled = orderedList()
  const planned = orderedList()
  const endings = orderedList()
  const named = { author: orderedNames(), topic: orderedNames(), venue: orderedNames() }

  const list = (name: ListName) => {
    let known = listByName.get(name)
    if (!known) {
      known = orderedList(first.of(name))
      listByName.set(name, known)
    }
    return known
  }
  const isPublic = (entry: Entry) => entry._type !== 'recap' || timeOf(entry.publishedAt) <= now

  const isOver = (event: Pick<EntryOf<'event'>, 'startsAt' | 'endsAt'>) => eveningEnd(event) <= now
  const venueOf = (id: string | undefined) => {
    const event = id === undefined ? undefined : entryById.get(id)
    return event?._type === 'event' ? event.venue : undefined
  }

  const putInto = (name: ListName, placed: Placed, touched: Set<Fact>) => {
    const target = list(name)
    const before = target.size()
    target.insert(placed)
    touchFrom(target.indexOf(placed), name, target, before, touched)
  }
  const takeFrom = (name: ListName, placed: Placed, touched: Set<Fact>) => {
    const target = list(name)
    const before = target.size()
    const index = target.indexOf(placed)
    target.remove(placed)
    touched.add(facts.around(placed.id))
    touchFrom(index, name, target, before, touched)
  }
  const moveWithin = (name: ListName, from: Placed, to: Placed, touched: Set<Fact>) => {
    if (from.at === to.at) return
    const target = list(name)
    const index = target.indexOf(from)
    target.remove(from)
    target.insert(to)
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

  /** What is to come: it changes the site by itself. */
  const expectLater = (entry: Entry) => {
    if (entry._type === 'recap' && !isPublic(entry)) scheduled.insert(placeOf(entry))
    if (entry._type !== 'event' || isOver(entry)) return
    endings.insert(endOf(entry))
    if (entry.status !== 'cancelled') planned.insert(placeOf(entry))
  }
  const expectNoMore = (entry: Entry) => {
    if (entry._type === 'recap') scheduled.remove(placeOf(entry))
    if (entry._type !== 'event') return
    planned.remove(placeOf(entry))
    endings.remove(endOf(entry))
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

  const add = (entry: Entry) => {
    entryById.set(entry._id, entry)
    idBySlug.set(slugKey(entry), entry._id)
    claims.put(entry)
    expectLater(entry)
    if (isNamed(entry)) named[entry._type].put(entry._id, nameOf(entry))
  }

  const remove = (entry: Entry) => {
    entryById.delete(entry._id)
    if (idBySlug.get(slugKey(entry)) === entry._id) idBySlug.delete(slugKey(entry))
    claims.remove(entry)
    expectNoMore(entry)
    if (isNamed(entry)) named[entry._type].remove(entry._id)
  }

  const everything = [...entries]
  for (const entry of everything) add(entry)
  // A list is changed only after it was made, so one that is made later is still what it was at first.
  const first = createFirstLists(everything, moment, timeZone)

  return {
    drawsShareCards,
    timeZone,
    entry: (id) => entryById.get(id),
    publicEntry(id) {
      const entry = entryById.get(id)
      return entry && isPublic(entry) ? entry : undefined
    },
    idBySlug: (type, slug) => idBySlug.get(`${type}/${slug}`),
    list,
    names: (type) => named[type].ids(),
    years: () =>
      [...new Set([...first.subjects('year'), ...yearsOf(listByName.keys())])]
        .map(Number)
        .filter((year) => list(lists.year(year)).size() > 0)
        .sort((a, b) => b - a),
    nextEvening: () => planned.first()?.id,
    claims,
    isOver,
    venueOf,
    replace(id, after, touched) {
      touched.add(facts.entry(id))
      const before = entryById.get(id)
      const next = planned.first()?.id
      const venue = venueOf(id)
      const old = standingBefore(before)
      if (before) remove(before)
      if (after) add(after)
      const fresh = standingOf(after)
      for (const name of old.names)
        if (fresh.names.has(name)) moveWithin(name, old.place, fresh.place, touched)
        else takeFrom(name, old.place, touched)
      for (const name of fresh.names) if (!old.names.has(name)) putInto(name, fresh.place, touched)
      if (planned.first()?.id !== next) touched.add(facts.nextEvening)
      if (venueOf(id) !== venue) moveRecaps(id, venue, venueOf(id), touched)
      for (const type of ['author', 'topic', 'venue'] as const)
        if (before?._type === type || after?._type === type) touched.add(facts.names(type))
    },
    nextChange: () => soonest(scheduled.first()?.at, endings.first()?.at),
    dueAt: (moment) =>
      [...scheduled.items(), ...endings.items()].filter(({ at }) => at <= moment).map(({ id }) => id),
    setMoment(moment) {
      now = moment
    },
  }
}

/** The lists that something stands on, in each of them at the same place in time. */
type Standing = { place: Placed; names: ReadonlySet<ListName> }

const nowhere: Standing = { place: { id: '', at: 0 }, names: new Set() }

function yearsOf(names: Iterable<ListName>): string[] {
  return [...names].flatMap((name) => (name.startsWith('year ') ? (subjectOf(name) ?? []) : []))
}

function isNamed(entry: Entry): entry is EntryOf<NamedType> {
  return entry._type !== 'recap' && entry._type !== 'event'
}

function orderedNames() {
  const nameById = new Map<string, string>()
  let sorted: string[] | undefined
  return {
    put(id: string, name: string) {
      nameById.set(id, name)
      sorted = undefined
    },
    remove(id: string) {
      nameById.delete(id)
      sorted = undefined
    },
    ids() {
      sorted ??= [...nameById]
        .sort(([idA, a], [idB, b]) => compare(a, b) || compare(idA, idB))
        .map(([id]) => id)
      return sorted
    },
  }
}

function nameOf(entry: EntryOf<NamedType>): string {
  return entry._type === 'topic' ? entry.title : entry.name
}

function endOf(event: EntryOf<'event'>): Placed {
  return { id: event._id, at: eveningEnd(event) }
}

function slugKey({ _type, slug }: Entry): string {
  return `${_type}/${slug}`
}

function soonest(...times: (number | undefined)[]): number | undefined {
  return times.reduce((a, b) => (a === undefined ? b : b === undefined ? a : Math.min(a, b)), undefined)
}
