import type { Entry, EntryOf } from '../cms/entry.ts'
import { type Claims, createClaims } from './claims.ts'
import { eveningEnd } from './evening.ts'
import { type Fact, facts, type NamedType } from './facts.ts'
import { type ListName, lists, listsOf, listsOfEvening, pageSize } from './lists.ts'
import { compare, type OrderedList, orderedList, type Placed } from './ordered-list.ts'
import { fullPages } from './pagination.ts'

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
   * Puts an entry in its place, or takes it away (`after` undefined); notes what views may have read of it.
   * @param isDue whether its place may be another one because of the moment
   */
  replace(id: string, after: Entry | undefined, isDue: boolean, touched: Set<Fact>): void
  /** When something appears or is over by itself; undefined: never. */
  nextChange(): number | undefined
  /** Ids of what appears or is over between the index's moment and a later one. */
  dueAt(now: number): string[]
  /** From now on the index is of a later moment; whatever is due must be replaced by its own entry then. */
  setMoment(now: number): void
}

/** How far views look for related recaps, in places on each side. */
export const vicinity = 6
/** How many of the newest of a list a view may ask for. */
export const newestKnown = 50

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
      known = orderedList()
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

  const putInto = (name: ListName, placed: Placed, touched: Set<Fact> | undefined) => {
    const target = list(name)
    const before = target.size()
    target.insert(placed)
    if (touched) touch(name, target, target.indexOf(placed), before, touched)
  }
  const takeFrom = (name: ListName, placed: Placed, touched: Set<Fact>) => {
    const target = list(name)
    const before = target.size()
    const index = target.indexOf(placed)
    if (target.idAt(index) !== placed.id) return
    target.remove(placed)
    touched.add(facts.around(name, placed.id))
    touch(name, target, index, before, touched)
  }

  const placeEvent = (event: EntryOf<'event'>, touched: Set<Fact> | undefined) => {
    const { start, end } = timesOf(event)
    for (const name of listsOfEvening(event, isOver(event))) putInto(name, start, touched)
    if (isOver(event)) return
    endings.insert(end)
    if (event.status !== 'cancelled') planned.insert(start)
  }

  const unplaceEvent = (event: EntryOf<'event'>, touched: Set<Fact>) => {
    const { start, end } = timesOf(event)
    // It may have come to its end since it was placed.
    const names = new Set([...listsOfEvening(event, true), ...listsOfEvening(event, false)])
    for (const name of names) takeFrom(name, start, touched)
    planned.remove(start)
    endings.remove(end)
  }

  const placeRecap = (recap: EntryOf<'recap'>, touched: Set<Fact> | undefined) => {
    if (!isPublic(recap)) return scheduled.insert(placeOf(recap))
    for (const name of listsOf(recap, venueOf(recap.event), timeZone)) putInto(name, placeOf(recap), touched)
  }

  const unplaceRecap = (recap: EntryOf<'recap'>, touched: Set<Fact>) => {
    scheduled.remove(placeOf(recap))
    for (const name of listsOf(recap, venueOf(recap.event), timeZone)) takeFrom(name, placeOf(recap), touched)
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

  const place = (entry: Entry, touched?: Set<Fact>) => {
    entryById.set(entry._id, entry)
    idBySlug.set(slugKey(entry), entry._id)
    claims.put(entry)
    if (entry._type === 'recap') placeRecap(entry, touched)
    else if (entry._type === 'event') placeEvent(entry, touched)
    else named[entry._type].put(entry._id, nameOf(entry))
  }

  const unplace = (entry: Entry, touched: Set<Fact>) => {
    entryById.delete(entry._id)
    claims.remove(entry)
    if (idBySlug.get(slugKey(entry)) === entry._id) idBySlug.delete(slugKey(entry))
    if (entry._type === 'recap') unplaceRecap(entry, touched)
    else if (entry._type === 'event') unplaceEvent(entry, touched)
    else named[entry._type].remove(entry._id)
  }

  // Recaps last: where they stand depends on their evenings.
  const recaps: EntryOf<'recap'>[] = []
  const evenings: EntryOf<'event'>[] = []
  for (const entry of entries) {
    if (entry._type === 'recap') recaps.push(entry)
    else if (entry._type === 'event') evenings.push(entry)
    else place(entry)
  }
  // Sorted once each: to insert one by one takes the longer the less the entries come in order.
  for (const event of evenings.sort((a, b) => timeOf(a.startsAt) - timeOf(b.startsAt))) place(event)
  const placedByList = new Map<ListName, Placed[]>()
  for (const recap of recaps) {
    if (!isPublic(recap)) {
      place(recap)
      continue
    }
    entryById.set(recap._id, recap)
    idBySlug.set(slugKey(recap), recap._id)
    claims.put(recap)
    for (const name of listsOf(recap, venueOf(recap.event), timeZone)) {
      const items = placedByList.get(name)
      if (items) items.push(placeOf(recap))
      else placedByList.set(name, [placeOf(recap)])
    }
  }
  for (const [name, items] of placedByList) listByName.set(name, orderedList(items))

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
      [...listByName]
        .filter(([name, { size }]) => name.startsWith('year ') && size() > 0)
        .map(([name]) => Number(name.slice('year '.length)))
        .sort((a, b) => b - a),
    nextEvening: () => planned.first()?.id,
    claims,
    isOver,
    venueOf,
    replace(id, after, isDue, touched) {
      touched.add(facts.document(id))
      const before = entryById.get(id)
      if (!isDue && JSON.stringify(before) === JSON.stringify(after)) return
      const next = planned.first()?.id
      const venue = venueOf(id)
      if (before) unplace(before, touched)
      if (after) place(after, touched)
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

/** Notes what has changed of a list after something came to an index, or went from it. */
function touch(name: ListName, list: OrderedList, index: number, sizeBefore: number, touched: Set<Fact>) {
  touched.add(facts.size(name)).add(facts.head(name)).add(facts.all(name))
  if (sizeBefore === 0 || list.size() === 0) touched.add(facts.years)
  if (index >= Math.min(sizeBefore, list.size()) - newestKnown) touched.add(facts.newest(name))
  for (const id of list.ids(index - vicinity, index + vicinity + 1)) touched.add(facts.around(name, id))
  const size = pageSize(name)
  const before = fullPages(sizeBefore, size)
  const after = fullPages(list.size(), size)
  for (let page = Math.floor(index / size) + 1; page <= Math.max(before, after); page++)
    touched.add(facts.page(name, page))
  // The last of the full pages leads on to the head page.
  if (before !== after) touched.add(facts.page(name, Math.min(before, after))).add(facts.pages(name))
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

function placeOf({ _id, publishedAt }: EntryOf<'recap'>): Placed {
  return { id: _id, at: timeOf(publishedAt) }
}

function nameOf(entry: EntryOf<NamedType>): string {
  return entry._type === 'topic' ? entry.title : entry.name
}

function timesOf(event: EntryOf<'event'>) {
  const id = event._id
  return { start: { id, at: timeOf(event.startsAt) }, end: { id, at: eveningEnd(event) } }
}

function slugKey({ _type, slug }: Entry): string {
  return `${_type}/${slug}`
}

/** Asked of the same moments again and again, and parsing takes longer than looking up. */
const times = new Map<string, number>()
const mostTimes = 50_000

function timeOf(moment: string): number {
  const known = times.get(moment)
  if (known !== undefined) return known
  const time = Date.parse(moment)
  if (times.size >= mostTimes) times.clear()
  times.set(moment, time)
  return time
}

function soonest(...times: (number | undefined)[]): number | undefined {
  return times.reduce((a, b) => (a === undefined ? b : b === undefined ? a : Math.min(a, b)), undefined)
}
