import type { Entry } from '../cms/entry.ts'
import type { Mirror } from '../cms/mirror.ts'
import type { Beginning } from '../site/beginning.ts'
import { keptIds } from '../site/kept-lists.ts'
import { lists } from '../site/lists.ts'
import type { OutputState } from './output-state.ts'

/**
 * Where everything stood when the files were last finished, as it was noted then: to follow one edit, nothing need be
 * read of an archive but what the edit touches. Entries are those that the mirror has now.
 */
export function storedBeginning(
  state: Pick<OutputState, 'list' | 'listsBeginning'>,
  mirror: Pick<Mirror, 'entry' | 'idBySlug'>,
): Beginning {
  const entries = new Map<string, Entry | undefined>()
  const idsIn = (name: string) => state.list(name).map(({ id }) => id)
  return {
    entry(id) {
      const known = entries.get(id) ?? mirror.entry(id)
      entries.set(id, known)
      return known
    },
    idBySlug: mirror.idBySlug,
    list: state.list,
    upcoming: state.list,
    years: () => state.listsBeginning(yearly).map((name) => Number(name.slice(yearly.length))),
    claiming: () => idsIn(keptIds.claiming),
    named: (type) => idsIn(keptIds.named(type)),
  }
}

/** With what the names of lists of years begin. */
const yearly = String(lists.year(0)).slice(0, -1)
