import type { Entry, EntryOf } from '../cms/entry.ts'
import { eveningEnd } from './evening.ts'
import { type Fact, facts } from './facts.ts'
import { type ListName, listsOf, pageSize } from './lists.ts'
import { compare, type OrderedList, orderedList, type Placed } from './ordered-list.ts'
import { fullPages } from './pagination.ts'

/** Where everything stands at one moment: the lists that views are made from, kept in order as documents change. */
export type SiteIndex = {
  /** Time zone in which years begin. */
  timeZone: string
  entry(id: string): Entry | undefined
  /** Undefined for a recap that is not public yet, and for what is not there. */
  publicEntry(id: string): Entry | undefined
  idBySlug(type: Entry['_type'], slug: string): string | undefined
  list(name: ListName): OrderedList
  names(type: 'author' | 'topic'): readonly string[]
  /** Newest first. */
  years(): number[]
  nextEvening(): string | undefined
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

export function createSiteIndex(entries: Iterable<Entry>, moment: number, timeZone: string): SiteIndex {
  let now = moment
  const entryById = new Map<string, Entry>()
  const idBySlug = new Map<string, string>()
  const listByName = new Map<ListName, OrderedList>()
  const scheduled = orderedList()
  const coming = orderedList()
  const endings = orderedList()
  const named = { author: orderedNames(), topic: orderedNames() }

  const list = (name: ListName) => {
    let known = listByName.get(name)
    if (!known) {
      known = orderedList()
      listByName.set(name, known)
    }
    return known
  }
  const isPublic = (entry: Entry) => entry._type !== 'recap' || timeOf(entry.publishedAt) <= now

  const putEvent = (event: EntryOf<'event'>) => {
    const { start, end } = timesOf(event)
    if (event.status === 'cancelled' || end.at <= now) return
    coming.insert(start)
    endings.insert(end)
  }

  const placeRecap = (recap: EntryOf<'recap'>, touched: Set<Fact> | undefined) => {
    const placed = { id: recap._id, at: timeOf(recap.publishedAt) }
    if (!isPublic(recap)) return scheduled.insert(placed)
    for (const name of listsOf(recap, timeZone)) {
      const target = list(name)
      const before = target.size()
      target.insert(placed)
      if (touched) touch(name, target, target.indexOf(placed), before, touched)
    }
  }

  const place = (entry: Entry, touched?: Set<Fact>) => {
    entryById.set(entry._id, entry)
    idBySlug.set(slugKey(entry), entry._id)
    if (entry._type === 'recap') placeRecap(entry, touched)
    else if (entry._type === 'event') putEvent(entry)
    else if (entry._type === 'author') named.author.put(entry._id, entry.name)
    else if (entry._type === 'topic') named.topic.put(entry._id, entry.title)
  }

  const unplaceRecap = (recap: EntryOf<'recap'>, touched: Set<Fact>) => {
    const placed = { id: recap._id, at: timeOf(recap.publishedAt) }
    scheduled.remove(placed)
    for (const name of listsOf(recap, timeZone)) {
      const target = list(name)
      const before = target.size()
      const index = target.indexOf(placed)
      if (target.idAt(index) !== recap._id) continue
      target.remove(placed)
      touched.add(facts.around(name, recap._id))
      touch(name, target, index, before, touched)
    }
  }

  const unplace = (entry: Entry, touched: Set<Fact>) => {
    entryById.delete(entry._id)
    if (idBySlug.get(slugKey(entry)) === entry._id) idBySlug.delete(slugKey(entry))
    if (entry._type === 'recap') unplaceRecap(entry, touched)
    else if (entry._type === 'event') {
      const { start, end } = timesOf(entry)
      coming.remove(start)
      endings.remove(end)
    } else if (entry._type !== 'venue') named[entry._type].remove(entry._id)
  }

  const recaps = new Map<ListName, Placed[]>()
  for (const entry of entries) {
    if (entry._type === 'recap' && isPublic(entry)) {
      const placed = { id: entry._id, at: timeOf(entry.publishedAt) }
      entryById.set(entry._id, entry)
      idBySlug.set(slugKey(entry), entry._id)
      for (const name of listsOf(entry, timeZone)) {
        const items = recaps.get(name)
        if (items) items.push(placed)
        else recaps.set(name, [placed])
      }
    } else place(entry)
  }
  // Sorted once each: to insert one by one takes the longer the less the entries come in order.
  for (const [name, items] of recaps) listByName.set(name, orderedList(items))

  return {
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
    nextEvening: () => coming.first()?.id,
    replace(id, after, isDue, touched) {
      touched.add(facts.document(id))
      const before = entryById.get(id)
      if (!isDue && JSON.stringify(before) === JSON.stringify(after)) return
      const next = coming.first()?.id
      if (before) unplace(before, touched)
      if (after) place(after, touched)
      if (coming.first()?.id !== next) touched.add(facts.nextEvening)
      for (const type of ['author', 'topic'] as const)
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
  touched.add(facts.size(name)).add(facts.head(name))
  if (sizeBefore === 0 || list.size() === 0) touched.add(facts.years)
  if (index >= Math.min(sizeBefore, list.size()) - newestKnown) touched.add(facts.newest(name))
  for (const id of list.ids(index - vicinity, index + vicinity + 1)) touched.add(facts.around(name, id))
  const size = pageSize(name)
  const before = fullPages(sizeBefore, size)
  const after = fullPages(list.size(), size)
  for (let page = Math.floor(index / size) + 1; page <= Math.max(before, after); page++)
    touched.add(facts.page(name, page))
  // The last of the full pages leads on to the head page.
  if (before !== after) touched.add(facts.page(name, Math.min(before, after)))
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

function timesOf(event: EntryOf<'event'>) {
  const id = event._id
  return { start: { id, at: timeOf(event.startsAt) }, end: { id, at: eveningEnd(event) } }
}

function slugKey({ _type, slug }: Entry): string {
  return `${_type}/${slug}`
}

function timeOf(moment: string): number {
  return Date.parse(moment)
}

function soonest(...times: (number | undefined)[]): number | undefined {
  return times.reduce((a, b) => (a === undefined ? b : b === undefined ? a : Math.min(a, b)), undefined)
}
