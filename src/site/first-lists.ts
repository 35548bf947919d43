import { type ListKind, type ListName, subjectOf } from './lists.ts'
import type { Placed } from './ordered-list.ts'

/** What stands on which list when an archive is read, in no order: most lists are not asked for by a run that follows an edit. */
export type FirstLists = {
  put(kind: ListKind, about: string | undefined, placed: Placed): void
  of(list: ListName): readonly Placed[]
  /** What the lists of a kind are about. */
  subjects(kind: ListKind): string[]
}

export function createFirstLists(): FirstLists {
  const byKind = new Map<string, Map<string | undefined, Placed[]>>()
  return {
    put(kind, about, placed) {
      let lists = byKind.get(kind)
      if (!lists) {
        lists = new Map()
        byKind.set(kind, lists)
      }
      const list = lists.get(about)
      if (list) list.push(placed)
      else lists.set(about, [placed])
    },
    of(list) {
      const about = subjectOf(list)
      const kind = about === undefined ? list : list.slice(0, -about.length - 1)
      return byKind.get(kind)?.get(about) ?? []
    },
    subjects: (kind) => [...(byKind.get(kind)?.keys() ?? [])].filter((about) => about !== undefined),
  }
}
