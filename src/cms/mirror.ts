import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { atomically } from '../atomically.ts'
import { parseDocument, type Refusal, type StoredDocument, storedDocument } from './parse-document.ts'
import type { AnyDocument } from './schemas/documents.ts'

/** What one pull changes, all of it or nothing. */
export type MirrorChange = { put: StoredDocument[]; refuse: Refusal[]; remove: string[] }

/** The last good version of everything published, as it is stored in the lake, in one SQLite file. */
export type Mirror = {
  /** Revision by id of every document that is here; empty for a refused one, so that each pull asks for it again. */
  revisions(): Map<string, string>
  /** Everything good, parsed; a document that the schemas of today refuse is among the refusals instead. */
  read(): { documents: AnyDocument[]; refusals: Refusal[] }
  apply(change: MirrorChange): void
  close(): void
}

/**
 * Opens the mirror, or begins a new one where there is none or where it holds another source's documents.
 * @param source which project and dataset it mirrors
 */
export function openMirror(file: string, source: string): Mirror {
  mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  db.exec(`
    pragma journal_mode = wal;
    create table if not exists origin (source text not null);
    create table if not exists document (id text primary key, rev text not null, json text not null);
    create table if not exists refusal (id text primary key, json text not null);
  `)
  beginAnewUnless(db, source)

  // A refusal comes after the good version of the same document, so the map holds the empty revision.
  const revisions = db.prepare("select id, rev from document union all select id, '' from refusal")
  const ids = db.prepare('select id, rev from document order by id')
  const json = db.prepare('select json from document where id = ?')
  const refusals = db.prepare('select json from refusal order by id')
  const put = db.prepare('insert or replace into document (id, rev, json) values (?, ?, ?)')
  const refuse = db.prepare('insert or replace into refusal (id, json) values (?, ?)')
  const remove = db.prepare('delete from document where id = ?')
  const accept = db.prepare('delete from refusal where id = ?')
  const known = new Map<string, { rev: string; parsed: ReturnType<typeof parseDocument> }>()

  const parsedOf = (id: string, rev: string) => {
    const before = known.get(id)
    if (before?.rev === rev) return before.parsed
    const parsed = parseDocument(storedDocument.parse(JSON.parse(String(json.get(id)?.json))))
    known.set(id, { rev, parsed })
    return parsed
  }

  return {
    revisions: () => new Map(revisions.all().map((row) => [String(row.id), String(row.rev)])),
    read() {
      const documents: AnyDocument[] = []
      // What was written here was made from a Refusal.
      const refused = refusals.all().map((row): Refusal => JSON.parse(String(row.json)))
      for (const row of ids.all()) {
        const parsed = parsedOf(String(row.id), String(row.rev))
        if ('document' in parsed) documents.push(parsed.document)
        else if (!refused.some(({ id }) => id === parsed.refusal.id)) refused.push(parsed.refusal)
      }
      return { documents, refusals: refused }
    },
    apply: (change) =>
      atomically(db, () => {
        for (const document of change.put) {
          put.run(document._id, document._rev, JSON.stringify(document))
          accept.run(document._id)
        }
        for (const refusal of change.refuse) refuse.run(refusal.id, JSON.stringify(refusal))
        for (const id of change.remove) {
          remove.run(id)
          accept.run(id)
          known.delete(id)
        }
      }),
    close: () => db.close(),
  }
}

function beginAnewUnless(db: DatabaseSync, source: string): void {
  if (db.prepare('select source from origin').get()?.source === source) return
  atomically(db, () => {
    db.exec('delete from origin; delete from document; delete from refusal;')
    db.prepare('insert into origin (source) values (?)').run(source)
  })
}
