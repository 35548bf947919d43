import type { Entry } from '../cms/entry.ts'
import { type ListName, lists, listsOf } from './lists.ts'
import type { SiteIndex } from './site-index.ts'

/**
 * Whatever addresses belong to: a recap and an evening have their own, a list as many as it has pages, and some belong
 * to the site.
 */
export type Owner = 'site' | DocumentOwner | ListName

export type DocumentOwner = `page of ${string}`

const pageOf = (id: string): DocumentOwner => `page of ${id}`

/** Everything that has addresses, old ones aside. */
export function* ownersOf(index: SiteIndex): Generator<Owner> {
  yield 'site'
  yield lists.recaps
  yield lists.past
  for (const year of index.years()) yield lists.year(year)
  for (const type of ['author', 'topic', 'venue'] as const)
    for (const id of index.names(type)) yield lists[type](id)
  for (const name of [lists.recaps, lists.evenings]) {
    const list = index.list(name)
    for (const id of list.ids(0, list.size())) yield pageOf(id)
  }
}

/** Whose addresses may change with an entry. */
export function ownersTouchedBy(entry: Entry | undefined, index: SiteIndex): Owner[] {
  switch (entry?._type) {
    case 'recap':
      return [pageOf(entry._id), ...listsOf(entry, index.venueOf(entry.event), index.timeZone)]
    case 'event':
      // The recaps of an evening stand on the list of its venue.
      return [pageOf(entry._id), lists.past, ...(entry.venue === undefined ? [] : [lists.venue(entry.venue)])]
    case 'author':
    case 'topic':
    case 'venue':
      return [lists[entry._type](entry._id)]
    case undefined:
      return []
  }
}
