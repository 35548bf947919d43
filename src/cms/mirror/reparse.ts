import type { DatabaseSync } from 'node:sqlite'
import type { ChangeLog } from './change-log.ts'
import { isDangling, reasonsIn } from './reasons.ts'
import { settle } from './settle.ts'
import { standing } from './standing.ts'
import type { Versions } from './versions.ts'

const { invalid, waiting, good, candidate, dormant } = standing

const chunk = 500

/**
 * Parses everything again, after the code that parses has changed. What was good stays so if it can; what the schemas
 * refuse now is kept, so that it is back when they take it again. Whoever calls it has a transaction open.
 */
export function reparse(db: DatabaseSync, versions: Versions, log: ChangeLog): void {
  const some = db.prepare(
    `select number, id, standing from version where number > ? order by number limit ${chunk}`,
  )
  const isOvertaken = db.prepare(
    `select 1 from version where id = ? and standing in (${invalid}, ${waiting})`,
  )

  /** A good version that cannot be shown any more: it is the newest revision, or stands behind that. */
  const demote = (number: number, id: string, otherwise: typeof invalid | typeof waiting) =>
    versions.stand(number, isOvertaken.get(id) ? dormant : otherwise)

  const parseOne = (number: number, id: string, before: number) => {
    const problems = versions.parseAgain(number)
    versions.blame(number, problems)
    const wasGood = before === good || before === dormant
    if (problems.length === 0) versions.stand(number, wasGood ? good : candidate)
    else if (wasGood) demote(number, id, invalid)
    else versions.stand(number, invalid)
  }

  for (let rows = some.all(0); rows.length > 0; rows = some.all(rows.at(-1)?.number ?? 0))
    for (const row of rows) parseOne(Number(row.number), String(row.id), Number(row.standing))

  for (const { number, id } of sharedAddresses(db)) demote(number, id, waiting)
  settle(db, versions, log)
  const { ofReferences } = reasonsIn(db, versions)
  const dangling = db.prepare(
    `select distinct v.number from version v join reference r on r.number = v.number
     where v.standing = ${good} and ${isDangling}`,
  )
  for (const { number } of dangling.all()) versions.blame(Number(number), ofReferences(Number(number)))
}

/** Good versions at an address that an older document has, too: other code may have made another address of it. */
function sharedAddresses(db: DatabaseSync): { number: number; id: string }[] {
  const rows = db
    .prepare(
      `select number, id, row_number() over (partition by type, slug order by created, id) as place
       from version where standing = ${good} and slug is not null`,
    )
    .all()
  return rows
    .filter(({ place }) => Number(place) > 1)
    .map(({ number, id }) => ({ number: Number(number), id: String(id) }))
}
