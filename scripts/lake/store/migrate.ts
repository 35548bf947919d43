import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { atomically } from '../../../src/atomically.ts'
import type { StoredDocument } from '../document.ts'
import { DocumentTable } from './document-table.ts'
import { encodeChange } from './history-entry.ts'
import { HistoryTable } from './history-table.ts'
import { formatVersion, schema } from './schema.ts'

const key = z.object({ dataset: z.string(), id: z.string() })
const body = z.object({ body: z.string() })
const change = z.object({
  sequence: z.number(),
  position: z.number(),
  before: z.string().nullable(),
  mutations: z.string(),
})

/** Format 1 kept whole documents, and one in every line of the history. All of it is brought over, or nothing. */
export function migrate(database: DatabaseSync): void {
  atomically(database, () => {
    database.exec(
      'alter table documents rename to documents_1; alter table changes rename to changes_1; drop index changes_by_document',
    )
    database.exec(schema)
    database.exec('create index changes_1_by_document on changes_1 (dataset, document)')
    const keys = database.prepare(
      'select dataset, id from documents_1 union select dataset, document from changes_1',
    )
    for (const { dataset, id } of key.array().parse(keys.all())) migrateDocument(database, dataset, id)
    database.exec('drop table documents_1; drop table changes_1')
    // Part of the same write: whoever finds the new tables must not bring them over again.
    database.exec(`pragma user_version = ${formatVersion}`)
  })
  database.exec('vacuum')
}

function migrateDocument(database: DatabaseSync, dataset: string, id: string): void {
  const found = database.prepare('select body from documents_1 where dataset = ? and id = ?').get(dataset, id)
  const document: StoredDocument | null = found ? JSON.parse(body.parse(found).body) : null
  if (document) new DocumentTable(database).put(dataset, document)
  const history = new HistoryTable(database)
  const rows = database
    .prepare(
      `select sequence, position, before, mutations from changes_1
       where dataset = ? and document = ? order by sequence desc`,
    )
    .all(dataset, id)
  let after = document
  for (const { sequence, position, ...kept } of change.array().parse(rows)) {
    const before: StoredDocument | null = kept.before === null ? null : JSON.parse(kept.before)
    const entry = { documentId: id, before, after, mutations: JSON.parse(kept.mutations) }
    history.addChange({ dataset, sequence, position }, id, encodeChange(entry, []))
    after = before
  }
}
