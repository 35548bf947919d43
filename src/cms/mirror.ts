import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type AnyDocument, anyDocument } from './schemas/documents.ts'

/** A document that the schemas refuse; its last good version, if there was one, stays in the mirror. */
export type Refusal = { id: string; type: string; rev: string; title: string; problems: string[] }

/** What one pull changes, all of it or nothing. */
export type MirrorChange = { put: AnyDocument[]; refuse: Refusal[]; remove: string[] }

/** The last good copy of everything published, as the schemas parsed it, in one SQLite file. */
export type Mirror = {
  /** Revision by id of every document that is here; empty for a refused one, so that each pull asks for it again. */
  revisions(): Map<string, string>
  documents(): AnyDocument[]
  refusals(): Refusal[]
  apply(change: MirrorChange): void
  close(): void
}

/**
 * Opens the mirror, or begins a new one where there is none, where it holds another source's documents or where
 * the schemas have changed since: it can always be pulled again.
 * @param source which lake, project and dataset it mirrors
 */
export function openMirror(file: string, source: string): Mirror {
  mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  db.exec(`
    pragma journal_mode = wal;
    create table if not exists origin (source text not null, schemas text not null);
    create table if not exists document (id text primary key, rev text not null, json text not null);
    create table if not exists refusal (id text primary key, json text not null);
  `)
  beginAnewUnless(db, source, JSON.stringify(z.toJSONSchema(anyDocument, { io: 'input' })))

  // A refusal comes after the good version of the same document, so the map holds the empty revision.
  const revisions = db.prepare("select id, rev from document union all select id, '' from refusal")
  const documents = db.prepare('select json from document order by id')
  const refusals = db.prepare('select json from refusal order by id')
  const put = db.prepare('insert or replace into document (id, rev, json) values (?, ?, ?)')
  const refuse = db.prepare('insert or replace into refusal (id, json) values (?, ?)')
  const remove = db.prepare('delete from document where id = ?')
  const accept = db.prepare('delete from refusal where id = ?')

  return {
    revisions: () => new Map(revisions.all().map((row) => [String(row.id), String(row.rev)])),
    // What was written here had been parsed, with these very schemas.
    documents: () => documents.all().map((row): AnyDocument => JSON.parse(String(row.json))),
    refusals: () => refusals.all().map((row): Refusal => JSON.parse(String(row.json))),
    apply(change) {
      db.exec('begin immediate')
      try {
        for (const document of change.put) {
          put.run(document._id, document._rev, JSON.stringify(document))
          accept.run(document._id)
        }
        for (const refusal of change.refuse) refuse.run(refusal.id, JSON.stringify(refusal))
        for (const id of change.remove) {
          remove.run(id)
          accept.run(id)
        }
        db.exec('commit')
      } catch (error) {
        db.exec('rollback')
        throw error
      }
    },
    close: () => db.close(),
  }
}

function beginAnewUnless(db: DatabaseSync, source: string, schemas: string): void {
  const origin = db.prepare('select source, schemas from origin').get()
  if (origin?.source === source && origin.schemas === schemas) return
  db.exec('begin immediate; delete from origin; delete from document; delete from refusal;')
  db.prepare('insert into origin (source, schemas) values (?, ?)').run(source, schemas)
  db.exec('commit')
}
