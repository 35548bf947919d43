import type { Entry } from '../cms/entry.ts'
import { type ListName, lists, listsOf } from './lists.ts'
import type { SiteIndex } from './site-index.ts'

/** Whatever addresses belong to: a recap has one, a list as many as it has pages, and some belong to the site. */
export type Owner = 'site' | `recap ${string}` | ListName

/** Everything that has addresses. */
export function* ownersOf(index: SiteIndex): Generator<Owner> {
  yield 'site'
  yield lists.recaps
  for (const year of index.years()) yield lists.year(year)
  for (const id of index.names('author')) yield lists.author(id)
  for (const id of index.names('topic')) yield lists.topic(id)
  const recaps = index.list(lists.recaps)
  for (const id of recaps.ids(0, recaps.size())) yield `recap ${id}`
}

/** Whose addresses may change with an entry. */
export function ownersTouchedBy(entry: Entry | undefined, { timeZone }: SiteIndex): Owner[] {
  switch (entry?._type) {
    case 'recap':
      return [`recap ${entry._id}`, ...listsOf(entry, timeZone)]
    case 'author':
      return [lists.author(entry._id)]
    case 'topic':
      return [lists.topic(entry._id)]
    case 'event':
    case 'venue':
    case undefined:
      return []
  }
}
