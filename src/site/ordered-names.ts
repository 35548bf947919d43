import type { Entry, EntryOf } from '../cms/entry.ts'
import type { NamedType } from './facts.ts'
import { compare } from './ordered-list.ts'

/** Ids of documents that are listed by their names. */
export type OrderedNames = {
  put(entry: EntryOf<NamedType>): void
  remove(entry: EntryOf<NamedType>): void
  /** In the order of the names. */
  ids(): readonly string[]
}

export function orderedNames(entries: readonly Entry[]): OrderedNames {
  const nameById = new Map(entries.filter(isNamed).map((entry) => [entry._id, nameOf(entry)]))
  let sorted: string[] | undefined
  return {
    put(entry) {
      nameById.set(entry._id, nameOf(entry))
      sorted = undefined
    },
    remove({ _id }) {
      nameById.delete(_id)
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

export function isNamed(entry: Entry): entry is EntryOf<NamedType> {
  return entry._type !== 'recap' && entry._type !== 'event'
}

function nameOf(entry: EntryOf<NamedType>): string {
  return entry._type === 'topic' ? entry.title : entry.name
}
