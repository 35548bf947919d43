import type { NamedType } from './facts.ts'
import type { Placed } from './ordered-list.ts'

/**
 * What an index can begin with again, in lists whose names are their own: those that views are made from, what is to
 * come, and ids. A list that is empty takes the place of one that there was.
 */
export type KeptLists = ReadonlyMap<string, readonly Placed[]>

/** Names of lists of ids. */
export const keptIds = {
  /** Of what has old addresses. */
  claiming: 'claiming',
  named: (type: NamedType) => `names of ${type}s`,
} as const

/** Ids as a list; their order means nothing. */
export function listOfIds(ids: readonly string[]): readonly Placed[] {
  return ids.map((id) => ({ id, at: 0 }))
}
