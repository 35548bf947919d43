import type { DatabaseSync } from 'node:sqlite'
import { standing, stands } from './standing.ts'

const { good, candidate } = standing

/** True of a version o that is good, and whose document has no candidate. */
const stays = `${stands('o', good)} and not exists
  (select 1 from version n where n.id = o.id and n.standing = ${candidate})`

const rival = 'o.type = c.type and o.slug = c.slug and o.id <> c.id'

/**
 * Candidates that claim an address which is another's: the document that has it keeps it, and of several new ones the
 * first that was created gets it.
 */
export function rivalsIn(db: DatabaseSync): () => { number: number; id: string }[] {
  const claims = db.prepare(
    `select c.number, c.id, c.type || ' ' || c.slug as address,
       exists (select 1 from version o where ${rival} and ${stays}) as taken,
       exists (select 1 from version g where g.id = c.id and g.standing = ${good}
         and g.type = c.type and g.slug = c.slug) as had
     from version c indexed by version_not_good
     where ${stands('c', candidate)} and c.slug is not null
       and exists (select 1 from version o where ${rival} and (o.standing = ${candidate} or ${stays}))
     order by address, had desc, c.created, c.id`,
  )
  return () => {
    const rows = claims.all()
    return rows
      .filter(({ address, taken }, index) => taken || rows[index - 1]?.address === address)
      .map(({ number, id }) => ({ number: Number(number), id: String(id) }))
  }
}
