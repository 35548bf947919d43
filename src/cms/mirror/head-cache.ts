import type { DatabaseSync } from 'node:sqlite'
import { recentlyUsed } from '../../recently-used.ts'
import type { Head } from '../head.ts'
import { changesIn } from './change-log.ts'

/** Parsed heads that are still true, whoever changes the mirror meanwhile. */
export type HeadCache = {
  get(id: string): Head | undefined
  set(id: string, head: Head): void
  /** Forgets what has changed since. */
  refresh(): void
}

type HeadCacheOptions = {
  /** How many heads are kept, two kilobytes each. */
  capacity: number
  /** Whether the connection sees one state of the mirror for as long as it is open. */
  isFixed?: boolean
}

export function headCacheFor(db: DatabaseSync, { capacity, isFixed = false }: HeadCacheOptions): HeadCache {
  const heads = recentlyUsed<string, Head>(capacity)
  const changes = changesIn(db)
  const dataVersion = db.prepare('pragma data_version')
  let version: unknown
  let position = changes.position()
  let isFresh = false

  const refresh = () => {
    const now = dataVersion.get()?.data_version
    if (now === version) return
    version = now
    const changed = changes.since(position)
    position = changes.position()
    if (changed === undefined) heads.clear()
    else for (const { id } of changed) heads.delete(id)
  }

  return {
    get(id) {
      // Asking the database each time would cost more than the heads do; what runs without a pause sees one state.
      if (!isFixed && !isFresh) {
        refresh()
        isFresh = true
        queueMicrotask(() => {
          isFresh = false
        })
      }
      return heads.get(id)
    },
    set: heads.set,
    refresh,
  }
}
