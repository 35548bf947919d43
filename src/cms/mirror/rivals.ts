import type { DatabaseSync } from 'node:sqlite'
import { standing, stands } from './standing.ts'

const { good, candidate } = standing

/** True of a version o that is good, and whose document has no candidate. */
const stays = `${stands('o', good)} and not exists
  (select 1 from version n where n.id = o.id and n.standing = ${candidate})`

const rival = 'o.type = c.type and o.slug = c.slug and o.id <> c.id'

/**
 * Candidates that claim an address which is another's: the document that has it keeps it, and of several new ones the
 * first that was created gets it. A newer revision of the one that has it may lose here to a new one; then it is that
 * one's turn to lose, and the revision comes when it is looked at again.
 */
export function rivalsIn(db: DatabaseSync): () => { number: number; id: string }[] {
  const claims = db.prepare(
    `select c.number, c.id, c.type || ' ' || c.slug as address,
       exists (select 1 from version o where ${rival} and ${stays}) as taken
     from version c indexed by version_not_good
     where ${stands('c', candidate)} and c.slug is not null
       and exists (select 1 from version o where ${rival} and (o.standing = ${candidate} or ${stays}))
     order by address, c.created, c.id`,
  )
  return () => {
    const rows = claims.all()
    // Whoever loses to a document that stays has lost; what refers to it may then be no rival any more.
    const beaten = rows.filter(({ taken }) => taken)
    const later = rows.filter(({ address }, index) => rows[index - 1]?.address === address)
    return (beaten.length > 0 ? beaten : later).map(({ number, id }) => ({
      number: Number(number),
      id: String(id),
    }))
  }
}
