import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { ChangeLog } from './change-log.ts'
import { isDangling, reasonsIn } from './reasons.ts'
import { rivalsIn } from './rivals.ts'
import { standing, stands } from './standing.ts'
import { parts } from './tables.ts'
import type { Versions } from './versions.ts'

/** Ids of what became good; `retyped` are those among them that were of another type before. */
export type Settled = { accepted: string[]; retyped: string[] }

/**
 * Decides which candidates become good. One that refers to what is not there, or claims an address that another
 * document has, waits; what refers to it then may have to wait, too, and so on. Those that waited before are looked at
 * again. Documents that refer to each other come together.
 */
export function settle(db: DatabaseSync, versions: Versions, log: ChangeLog): Settled {
  const { good, candidate, waiting, dormant } = standing
  const { ofReferences, ofAddress } = reasonsIn(db, versions)
  const loseRivals = rivalsIn(db)
  const settled: Settled = { accepted: [], retyped: [] }
  const statements = {
    reconsider: db.prepare(`update version set standing = ${candidate} where ${stands('version', waiting)}`),
    candidates: db.prepare(`select id from version v where ${stands('v', candidate)}`),
    dangling: db.prepare(
      `select distinct v.number, v.id from version v join reference r on r.number = v.number
       where ${stands('v', candidate)} and ${isDangling}`,
    ),
    danglingTo: db.prepare(
      `select distinct v.number, v.id from reference r join version v on v.number = r.number
       where r.target = ? and ${stands('v', candidate)} and ${isDangling}`,
    ),
    waiting: db.prepare(`select number from version v where ${stands('v', waiting)} order by created, id`),
    retyped: db.prepare(
      `select c.id from version c join version g on g.id = c.id and ${stands('g', good)} and g.type <> c.type
       where ${stands('c', candidate)}`,
    ),
    accept: db.prepare(
      `update version set standing = ${good}, refusal = null where ${stands('version', candidate)}`,
    ),
  }
  const forgetOlder = [...parts, 'version'].map((table) =>
    db.prepare(
      `delete from ${table} where number in (
         select o.number from version c join version o on o.id = c.id and o.standing in (${good}, ${dormant})
         where ${stands('c', candidate)})`,
    ),
  )

  /** Makes candidates wait, and those that refer to them. */
  const letWait = (rows: ReturnType<typeof statements.dangling.all>) => {
    const queue = [...rows]
    for (const { number } of queue) versions.stand(Number(number), waiting)
    for (const { id } of queue)
      for (const row of statements.danglingTo.all(id ?? null)) {
        versions.stand(Number(row.number), waiting)
        queue.push(row)
      }
  }

  /** Those that are valid together; the others have to wait. @returns how many became good */
  const acceptTogether = (): number => {
    letWait(statements.dangling.all())
    for (let rivals = loseRivals(); rivals.length > 0; rivals = loseRivals()) letWait(rivals)
    const accepted = idsOf(statements.candidates)
    if (accepted.length === 0) return 0
    settled.accepted.push(...accepted)
    settled.retyped.push(...idsOf(statements.retyped))
    log.noteCandidates()
    for (const statement of forgetOlder) statement.run()
    statements.accept.run()
    return accepted.length
  }

  for (;;) {
    statements.reconsider.run()
    if (acceptTogether() > 0) continue
    const refused = statements.waiting.all().map(({ number }) => ({
      number: Number(number),
      problems: [...ofReferences(Number(number)), ...ofAddress(Number(number))],
    }))
    // Of two that stand in each other's way one can come, though both had to wait.
    const free = refused.find(({ problems }) => problems.length === 0)
    if (free === undefined) {
      for (const { number, problems } of refused) versions.blame(number, problems)
      return settled
    }
    versions.stand(free.number, candidate)
    acceptTogether()
  }
}

function idsOf(statement: StatementSync): string[] {
  return statement.all().map(({ id }) => String(id))
}
