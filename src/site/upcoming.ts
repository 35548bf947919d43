import type { Entry } from '../cms/entry.ts'
import { eveningEnd } from './evening.ts'
import { once } from './once.ts'
import { type OrderedList, orderedList, type Placed } from './ordered-list.ts'
import { placeOf } from './place-in-time.ts'

/**
 * What is to come, soonest first: recaps that are not public yet, evenings that are neither over nor cancelled, and
 * the ends of evenings that are not over.
 */
export type UpcomingKind = (typeof upcomingKinds)[number]

export const upcomingKinds = ['scheduled', 'planned', 'endings'] as const

/** Where an entry stands among what is to come at a moment; undefined where it does not. */
export const expected: Record<UpcomingKind, (entry: Entry, moment: number) => Placed | undefined> = {
  scheduled(entry, moment) {
    const place = entry._type === 'recap' ? placeOf(entry) : undefined
    return place && place.at > moment ? place : undefined
  },
  planned(entry, moment) {
    const end = endOf(entry)
    if (!end || end.at <= moment) return undefined
    return entry._type === 'event' && entry.status !== 'cancelled' ? placeOf(entry) : undefined
  },
  endings(entry, moment) {
    const end = endOf(entry)
    return end && end.at > moment ? end : undefined
  },
}

function endOf(entry: Entry): Placed | undefined {
  return entry._type === 'event' ? { id: entry._id, at: eveningEnd(entry) } : undefined
}

/** Follows what is to come: it changes the site by itself. */
export type Upcoming = {
  put(entry: Entry, moment: number): void
  remove(entry: Entry): void
  nextEvening(): string | undefined
  /** When something appears or is over; undefined: never. */
  nextChange(): number | undefined
  /** Ids of what appears or is over up to a moment. */
  dueAt(moment: number): string[]
}

/**
 * @param first what there was in the beginning
 * @param onChange told which list has changed
 */
export function followUpcoming(
  first: (kind: UpcomingKind) => readonly Placed[],
  onChange: (kind: UpcomingKind, list: OrderedList) => void,
): Upcoming {
  const lists = {
    scheduled: once(() => orderedList(first('scheduled'))),
    planned: once(() => orderedList(first('planned'))),
    endings: once(() => orderedList(first('endings'))),
  }
  const change = (entry: Entry, what: 'insert' | 'remove', moment: number) => {
    for (const kind of upcomingKinds) {
      const place = expected[kind](entry, moment)
      if (!place) continue
      const list = lists[kind]()
      const before = list.size()
      list[what](place)
      if (list.size() !== before) onChange(kind, list)
    }
  }
  return {
    put: (entry, moment) => change(entry, 'insert', moment),
    // It may have come to pass since it was put there.
    remove: (entry) => change(entry, 'remove', Number.NEGATIVE_INFINITY),
    nextEvening: () => lists.planned().first()?.id,
    nextChange: () => soonest(lists.scheduled().first()?.at, lists.endings().first()?.at),
    dueAt: (moment) =>
      [...lists.scheduled().items(), ...lists.endings().items()]
        .filter(({ at }) => at <= moment)
        .map(({ id }) => id),
  }
}

function soonest(...times: (number | undefined)[]): number | undefined {
  return times.reduce((a, b) => (a === undefined ? b : b === undefined ? a : Math.min(a, b)), undefined)
}
