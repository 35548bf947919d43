import type { DatabaseSync } from 'node:sqlite'
import type { Refusal } from '../refusal.ts'
import { standing } from './standing.ts'
import type { KeptRefusal } from './versions.ts'

/** What is wrong with the newest revision of each document; of those that have an older one that is good, only that. */
export function refusalsIn(db: DatabaseSync): () => Refusal[] {
  const refused = db.prepare(
    `select v.id, v.type, v.rev, v.refusal, v.standing = ${standing.good} as is_good,
       exists (select 1 from version g where g.id = v.id and g.standing = ${standing.good}) as has_good
     from version v
     where v.refusal is not null
       and v.standing = (select min(n.standing) from version n where n.id = v.id)
     order by v.type, v.id`,
  )
  return () =>
    refused.all().map(({ id, type, rev, refusal, is_good, has_good }) => {
      const { title, problems }: KeptRefusal = JSON.parse(String(refusal))
      const stands = is_good ? 'as it is' : has_good ? 'older version' : 'left out'
      return { id: String(id), type: String(type), rev: String(rev), title, problems, stands }
    })
}
