import type { DatabaseSync } from 'node:sqlite'
import { entryOf } from '../entry.ts'
import { headAndBody } from '../head.ts'
import { parseDocument, type StoredDocument } from '../parse-document.ts'
import { referencesOf } from '../references.ts'
import { titleOf } from '../refusal.ts'
import type { AnyDocument } from '../schemas/documents.ts'
import { type Standing, standing } from './standing.ts'
import { parts } from './tables.ts'

/** What is kept of a version that is refused, or of a good one that refers to something in vain. */
export type KeptRefusal = { title: string; problems: string[] }

/** Writes versions of documents; whoever calls it has a transaction open. */
export type Versions = {
  /** Parses the newest revision of a document: it becomes a candidate, or is refused by its schema. */
  put(stored: StoredDocument): void
  /** Parses a version anew that is there already; it stands as before. @returns why the schemas refuse it, if they do */
  parseAgain(number: number): string[]
  stand(number: number, as: Standing): void
  /** Keeps what is wrong with a version; without problems, that nothing is. */
  blame(number: number, problems: readonly string[]): void
  /** A parsed version as it was when it was put. */
  document(number: number): AnyDocument
}

export function versionsIn(db: DatabaseSync): Versions {
  const overtaken = [standing.invalid, standing.waiting, standing.candidate].join(', ')
  const statements = {
    overtaken: db.prepare(`select number from version where id = ? and standing in (${overtaken})`),
    insert: db.prepare(
      `insert into version (id, standing, type, rev, updated, created, slug, entry) values (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertText: db.prepare('insert into text (number, body, stored) values (?, ?, ?)'),
    putHead: db.prepare('insert or replace into head (number, json) values (?, ?)'),
    removeHead: db.prepare('delete from head where number = ?'),
    stored: db.prepare('select stored from text where number = ?'),
    update: db.prepare('update version set created = ?, slug = ?, entry = ? where number = ?'),
    updateText: db.prepare('update text set body = ? where number = ?'),
    document: db.prepare(
      'select h.json as head, t.body from head h join text t on t.number = h.number where h.number = ?',
    ),
    refer: db.prepare('insert into reference (number, place, target, types) values (?, ?, ?, ?)'),
    stand: db.prepare('update version set standing = ? where number = ?'),
    blame: db.prepare('update version set refusal = ? where number = ?'),
    forgetReferences: db.prepare('delete from reference where number = ?'),
  }
  const forget = ['version', ...parts].map((table) => db.prepare(`delete from ${table} where number = ?`))

  const refer = (number: number, document: AnyDocument) => {
    for (const [place, { target, types }] of referencesOf(document).entries())
      statements.refer.run(number, place, target, ` ${types.join(' ')} `)
  }

  const keepHead = (number: number, json: string | null) =>
    json === null ? statements.removeHead.run(number) : statements.putHead.run(number, json)

  const blame = (number: number, problems: readonly string[]) => {
    if (problems.length === 0) return statements.blame.run(null, number)
    const stored: StoredDocument = JSON.parse(String(statements.stored.get(number)?.stored))
    const refusal: KeptRefusal = { title: titleOf(stored), problems: [...problems] }
    return statements.blame.run(JSON.stringify(refusal), number)
  }

  return {
    put(stored) {
      for (const { number } of statements.overtaken.all(stored._id))
        for (const statement of forget) statement.run(Number(number))
      const json = JSON.stringify(stored)
      const parsed = parseDocument(stored, json)
      const document = 'document' in parsed ? parsed.document : undefined
      const { _id, _type, _rev, _updatedAt } = stored
      const { created, slug, entry, head, body } = columnsOf(document)
      const as = document ? standing.candidate : standing.invalid
      const row = statements.insert.run(_id, as, _type, _rev, _updatedAt, created, slug, entry)
      const number = Number(row.lastInsertRowid)
      statements.insertText.run(number, body, json)
      keepHead(number, head)
      if (document) refer(number, document)
      if ('problems' in parsed) blame(number, parsed.problems)
    },

    parseAgain(number) {
      const json = String(statements.stored.get(number)?.stored)
      const parsed = parseDocument(JSON.parse(json), json)
      const document = 'document' in parsed ? parsed.document : undefined
      const { created, slug, entry, head, body } = columnsOf(document)
      statements.update.run(created, slug, entry, number)
      statements.updateText.run(body, number)
      keepHead(number, head)
      statements.forgetReferences.run(number)
      if (document) refer(number, document)
      return 'problems' in parsed ? parsed.problems : []
    },

    stand: (number, as) => statements.stand.run(as, number),
    blame,

    document(number) {
      const { head, body } = statements.document.get(number) ?? {}
      const parts = JSON.parse(String(head))
      return typeof body === 'string' ? { ...parts, body: JSON.parse(body) } : parts
    },
  }
}

/** What is kept of a parsed document; nothing of one that could not be parsed. */
function columnsOf(document: AnyDocument | undefined) {
  if (document === undefined) return { created: null, slug: null, entry: null, head: null, body: null }
  const entry = entryOf(document)
  const { head, body } = headAndBody(document)
  return {
    created: document._createdAt,
    slug: entry?.slug ?? null,
    entry: entry ? JSON.stringify(entry) : null,
    head: JSON.stringify(head),
    body: body ? JSON.stringify(body) : null,
  }
}
