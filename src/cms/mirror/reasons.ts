import type { DatabaseSync } from 'node:sqlite'
import { place } from '../problems.ts'
import { referencesOf } from '../references.ts'
import { standing } from './standing.ts'
import type { Versions } from './versions.ts'

/** The version of a document that counts while candidates are settled: the candidate, else the good one. */
const counts = (id: string) =>
  `select type from version where id = ${id} and standing in (${standing.good}, ${standing.candidate})
   order by standing limit 1`

/** True of a row of `reference`, called r, that leads to nothing, or to something of another type. */
export const isDangling = `coalesce(instr(r.types, ' ' || (${counts('r.target')}) || ' '), 0) = 0`

/** Says in plain words what a version refers to in vain, and who else has its address. */
export type Reasons = {
  ofReferences(number: number): string[]
  ofAddress(number: number): string[]
}

export function reasonsIn(db: DatabaseSync, versions: Versions): Reasons {
  const dangling = db.prepare(
    `select place, target, (${counts('r.target')}) as type, exists (select 1 from version where id = r.target) as known
     from reference r where number = ? and ${isDangling} order by place`,
  )
  const rival = db.prepare(
    `select v.slug, v.type, o.id, coalesce(json_extract(h.json, '$.title'), json_extract(h.json, '$.name')) as title
     from version v join version o on o.type = v.type and o.slug = v.slug and o.id <> v.id
     join head h on h.number = o.number
     where v.number = ? and o.standing = ${standing.good}`,
  )
  return {
    ofReferences(number) {
      const rows = dangling.all(number)
      if (rows.length === 0) return []
      const document = versions.document(number)
      const references = [...referencesOf(document)]
      return rows.map(({ place: at, target, type, known }) => {
        const reference = references[Number(at)]
        const where = place(reference?.path ?? [], document)
        if (type !== null)
          return `${where} leads to ${target}, which is of the type ${type} and not ${reference?.types.join(' or ')}`
        return known
          ? `${where} leads to ${target}, which is refused itself`
          : `${where} leads to ${target}, which is not there: it is deleted, or was never published`
      })
    },
    ofAddress: (number) =>
      rival
        .all(number)
        .map(
          ({ slug, type, id, title }) =>
            `slug “${slug}” is the address of another ${type}: “${title}” (${id})`,
        ),
  }
}
