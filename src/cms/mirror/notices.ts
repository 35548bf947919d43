import type { DatabaseSync } from 'node:sqlite'
import { reasonsIn } from './reasons.ts'
import { standing } from './standing.ts'
import type { Versions } from './versions.ts'

/** The newest version that there is; 0 where there is none. */
export function newestNumber(db: DatabaseSync): number {
  return Number(db.prepare('select coalesce(max(number), 0) as number from version').get()?.number)
}

/**
 * Names good documents that refer to what is gone, and takes back what was said of those that refer to what came
 * (again). What became good in the same pull refers to nothing in vain.
 * @param before the newest version there was before the pull
 */
export function refreshNotices(
  db: DatabaseSync,
  versions: Versions,
  { gone, came, before }: { gone: readonly string[]; came: readonly string[]; before: number },
): void {
  if (before === 0) return
  const { ofReferences } = reasonsIn(db, versions)
  const referring = `select distinct v.number from reference r join version v on v.number = r.number
    where r.target = ? and r.number <= ? and v.standing = ${standing.good}`
  const all = db.prepare(referring)
  const named = db.prepare(`${referring} and v.refusal is not null`)
  const refresh = (statement: typeof all, ids: readonly string[]) => {
    for (const id of ids)
      for (const { number } of statement.all(id, before))
        versions.blame(Number(number), ofReferences(Number(number)))
  }
  refresh(all, gone)
  refresh(named, came)
}
