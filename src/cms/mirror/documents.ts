import type { DatabaseSync } from 'node:sqlite'
import type { Entry } from '../entry.ts'
import type { Head } from '../head.ts'
import type { StoredBody } from '../schemas/portable-text.ts'
import type { HeadCache } from './head-cache.ts'
import { standing } from './standing.ts'

/** The last good version of everything published. What is handed out is shared: nobody may change it. */
export type Documents = {
  /** Of all good documents that have one, in no order that means anything. */
  entries(): Iterable<Entry>
  /** One of them. */
  entry(id: string): Entry | undefined
  /** Undefined where there is no good version of such a document. */
  head(id: string): Head | undefined
  /** Undefined also where a document of its type has none. */
  body(id: string): StoredBody | undefined
}

/** Ids of all good documents, in their order. */
export function idsIn(db: DatabaseSync): () => string[] {
  const ids = db.prepare(`select id from version where standing = ${standing.good} order by id`)
  return () => ids.all().map(({ id }) => String(id))
}

/** The id of the good document of a type that has a slug: no two have the same. */
export function idBySlugIn(db: DatabaseSync): (type: string, slug: string) => string | undefined {
  const id = db.prepare(
    `select id from version where slug = ? and type = ? and standing = ${standing.good} limit 1`,
  )
  return (type, slug) => {
    const row = id.get(slug, type)
    return row && String(row.id)
  }
}

export function documentsIn(db: DatabaseSync, cache: HeadCache): Documents {
  const good = `on t.number = v.number where v.id = ? and v.standing = ${standing.good}`
  // Some hundred at once cost half of what they cost one by one.
  const entries = db.prepare(
    `select '[' || group_concat(entry) || ']' as some from version
     where standing = ${standing.good} and entry is not null group by number / 256`,
  )
  const entry = db.prepare(`select entry from version where id = ? and standing = ${standing.good}`)
  const head = db.prepare(`select t.json from version v join head t ${good}`)
  const body = db.prepare(`select t.body from version v join text t ${good}`)
  return {
    *entries() {
      for (const { some } of entries.all()) yield* JSON.parse(String(some))
    },
    entry(id) {
      const json = entry.get(id)?.entry
      return typeof json === 'string' ? JSON.parse(json) : undefined
    },
    head(id) {
      const known = cache.get(id)
      if (known) return known
      const json = head.get(id)?.json
      if (typeof json !== 'string') return undefined
      const parsed: Head = JSON.parse(json)
      cache.set(id, parsed)
      return parsed
    },
    body(id) {
      const json = body.get(id)?.body
      return typeof json === 'string' ? JSON.parse(json) : undefined
    },
  }
}
