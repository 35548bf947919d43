import type { DatabaseSync } from 'node:sqlite'
import type { StoredDocument } from '../parse-document.ts'
import { changeLogIn } from './change-log.ts'
import { beginListing, type Listing } from './listing.ts'
import { newestNumber, refreshNotices } from './notices.ts'
import { settle } from './settle.ts'
import { standing } from './standing.ts'
import { parts } from './tables.ts'
import { versionsIn } from './versions.ts'

const { good, dormant } = standing

/**
 * What one pull changes: all of it, when it is finished, or nothing, when it is abandoned. Whoever reads meanwhile sees
 * the old state.
 */
export type MirrorUpdate = {
  /** Ids that are known, good or refused. */
  count(): number
  /** The newest `_updatedAt` that is known, and what the lake's clock said when it was last asked; empty: never. */
  newest(): string
  lakeTime(): string
  beginListing(): Listing
  put(document: StoredDocument): void
  remove(id: string): void
  /** Decides about all that was put. @returns ids of good documents that are new or changed, in order */
  finish(lakeTime: string): { changed: string[] }
  abandon(): void
}

/**
 * @param finished told when all is there for readers
 * @throws SQLite's error 5 (busy) where another program has begun an update
 */
export function beginUpdate(db: DatabaseSync, finished: () => void): MirrorUpdate {
  db.exec('begin immediate')
  const versions = versionsIn(db)
  const log = changeLogIn(db)
  const before = newestNumber(db)
  const statements = {
    // Counting rows costs nothing; those that stand beside another of the same document are few.
    count: db.prepare(
      `select (select count(*) from version) - (
         select count(*) from version n where n.standing <> ${good} and n.standing <> ${dormant}
           and exists (select 1 from version o where o.id = n.id and o.standing in (${good}, ${dormant}))
       ) as count`,
    ),
    state: db.prepare('select newest, lake_time from state'),
    revision: db.prepare('select rev from version where id = ? order by standing limit 1'),
    keep: db.prepare('update state set newest = ?, lake_time = ?'),
    newest: db.prepare("select coalesce(max(updated), '') as newest from version"),
  }
  const forget = parts.map((table) =>
    db.prepare(`delete from ${table} where number in (select number from version where id = ?)`),
  )
  const forgetVersions = db.prepare('delete from version where id = ?')
  const removed: string[] = []
  let isTouched = false

  const revision = (id: string) => {
    const rev = statements.revision.get(id)?.rev
    return typeof rev === 'string' ? rev : undefined
  }

  return {
    count: () => Number(statements.count.get()?.count),
    newest: () => String(statements.state.get()?.newest),
    lakeTime: () => String(statements.state.get()?.lake_time),
    beginListing: () => beginListing(db, revision),
    put(document) {
      versions.put(document)
      isTouched = true
    },
    remove(id) {
      log.noteRemoval(id)
      for (const statement of [...forget, forgetVersions]) statement.run(id)
      removed.push(id)
      isTouched = true
    },
    finish(lakeTime) {
      let changed: string[] = []
      if (isTouched) {
        const { accepted, retyped } = settle(db, versions, log)
        refreshNotices(db, versions, { gone: [...removed, ...retyped], came: accepted, before })
        log.trim()
        changed = accepted.sort()
      }
      const newest = isTouched ? statements.newest.get()?.newest : statements.state.get()?.newest
      statements.keep.run(String(newest), lakeTime)
      db.exec('commit')
      finished()
      return { changed }
    },
    abandon() {
      if (db.isTransaction) db.exec('rollback')
    },
  }
}
