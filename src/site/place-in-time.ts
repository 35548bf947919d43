import type { Entry, EntryOf } from '../cms/entry.ts'
import type { Placed } from './ordered-list.ts'

/** Where something stands in lists; undefined for what is listed by its name. */
export function placeOf(entry: EntryOf<'recap' | 'event'>): Placed
export function placeOf(entry: Entry): Placed | undefined
export function placeOf(entry: Entry): Placed | undefined {
  if (entry._type === 'recap') return { id: entry._id, at: timeOf(entry.publishedAt) }
  return entry._type === 'event' ? { id: entry._id, at: timeOf(entry.startsAt) } : undefined
}

/** @returns milliseconds since 1970 */
export function timeOf(moment: string): number {
  // Asked of the same moments again and again, and parsing takes longer than looking up.
  const known = times.get(moment)
  if (known !== undefined) return known
  const time = Date.parse(moment)
  if (times.size >= mostTimes) times.clear()
  times.set(moment, time)
  return time
}

const times = new Map<string, number>()
const mostTimes = 50_000
