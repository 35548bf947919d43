import { type Fact, facts } from './facts.ts'
import { type ListName, pageSize } from './lists.ts'
import type { OrderedList } from './ordered-list.ts'
import { fullPages } from './pagination.ts'

/** How far views look for related recaps, in places on each side. */
export const vicinity = 6
/** How many of the newest of a list a view may ask for. */
export const newestKnown = 50

/** The part of a list, counted from 1, in which a place lies. */
export function partOf(place: number, size: number): number {
  return Math.floor(place / size) + 1
}

/** Notes what has changed of a list after something came to an index, or went from it. */
export function touchFrom(
  index: number,
  name: ListName,
  list: OrderedList,
  sizeBefore: number,
  touched: Set<Fact>,
): void {
  touched.add(facts.size(name)).add(facts.head(name)).add(facts.all(name))
  if (sizeBefore === 0 || list.size() === 0) touched.add(facts.years)
  if (index >= Math.min(sizeBefore, list.size()) - newestKnown) touched.add(facts.newest(name))
  touchVicinity(index, name, list, touched)
  const size = pageSize(name)
  const before = fullPages(sizeBefore, size)
  const after = fullPages(list.size(), size)
  for (let page = partOf(index, size); page <= Math.max(before, after); page++)
    touched.add(facts.page(name, page))
  // What came last of all has moved nothing.
  const last = Math.max(sizeBefore, list.size()) - 1
  if (index < last) touchPlaces(index, last, name, touched)
  // The last of the full pages leads on to the head page.
  if (before !== after) touched.add(facts.page(name, Math.min(before, after))).add(facts.pages(name))
}

/** Notes what has changed of a list after something went from one index to another: what lies beyond them has not. */
export function touchBetween(
  from: number,
  to: number,
  name: ListName,
  list: OrderedList,
  touched: Set<Fact>,
): void {
  // Also of what stays where it is: it has another moment, and so may be nearer than what stands in other lists.
  touchVicinity(from, name, list, touched)
  if (from === to) return
  const size = pageSize(name)
  const pages = fullPages(list.size(), size)
  const [low, high] = from < to ? [from, to] : [to, from]
  touched.add(facts.all(name))
  if (high >= pages * size) touched.add(facts.head(name))
  if (high >= list.size() - newestKnown) touched.add(facts.newest(name))
  touchVicinity(to, name, list, touched)
  for (let page = partOf(low, size); page <= Math.min(pages, partOf(high, size)); page++)
    touched.add(facts.page(name, page))
  touchPlaces(low, high, name, touched)
}

function touchPlaces(low: number, high: number, name: ListName, touched: Set<Fact>): void {
  const size = pageSize(name)
  for (let part = partOf(low, size); part <= partOf(high, size); part++) touched.add(facts.places(name, part))
}

/** Lists of which views show whole pages, and not what is near something. */
const notLookedAroundIn = /^(?:year|venue|past|coming)\b/

function touchVicinity(index: number, name: ListName, list: OrderedList, touched: Set<Fact>): void {
  if (notLookedAroundIn.test(name)) return
  for (const id of list.ids(index - vicinity, index + vicinity + 1)) touched.add(facts.around(id))
}
