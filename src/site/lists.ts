import type { EntryOf } from '../cms/entry.ts'
import { yearOf } from './dates.ts'

/** A list of recaps, oldest first. */
export type ListName = 'recaps' | `year ${number}` | `author ${string}` | `topic ${string}`

export const lists = {
  recaps: 'recaps',
  year: (year: number): ListName => `year ${year}`,
  author: (id: string): ListName => `author ${id}`,
  topic: (id: string): ListName => `topic ${id}`,
} as const

/** The lists that a recap stands on. */
export function listsOf(recap: EntryOf<'recap'>, timeZone: string): Set<ListName> {
  return new Set([
    lists.recaps,
    lists.year(yearOf(recap.publishedAt, timeZone)),
    ...recap.authors.map(lists.author),
    ...recap.topics.map(lists.topic),
  ])
}

/** How many stand on a page of a list: cards, or in the list of a year lines. */
export function pageSize(list: ListName): number {
  return list.startsWith('year ') ? 100 : 12
}
