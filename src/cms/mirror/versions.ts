import type { DatabaseSync } from 'node:sqlite'
import { entryOf } from '../entry.ts'
import { headAndBody } from '../head.ts'
import { parseDocument, type StoredDocument } from '../parse-document.ts'
import { referencesOf } from '../references.ts'
import { titleOf } from '../refusal.ts'
import type { AnyDocument } from '../schemas/documents.ts'
import { type Standing, standing } from './standing.ts'

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
    insert: db.prepare('insert into version (id, standing, type, rev, updated) values (?, ?, ?, ?, ?)'),
    insertText: db.prepare('insert into text (number, stored) values (?, ?)'),
    stored: db.prepare('select stored from text where number = ?'),
    parsed: db.prepare('update version set created = ?, slug = ?, entry = ? where number = ?'),
    parsedText: db.prepare('update text set head = ?, body = ? where number = ?'),
    document: db.prepare('select head, body from text where number = ?'),
    refer: db.prepare('insert into reference (number, place, target, types) values (?, ?, ?, ?)'),
    stand: db.prepare('update version set standing = ? where number = ?'),
    blame: db.prepare('update version set refusal = ? where number = ?'),
  }
  const forget = ['version', 'text', 'reference'].map((table) =>
    db.prepare(`delete from ${table} where number = ?`),
  )
  const forgetReferences = db.prepare('delete from reference where number = ?')

  const blame = (number: number, problems: readonly string[]) => {
    if (problems.length === 0) return statements.blame.run(null, number)
    const stored: StoredDocument = JSON.parse(String(statements.stored.get(number)?.stored))
    const refusal: KeptRefusal = { title: titleOf(stored), problems: [...problems] }
    return statements.blame.run(JSON.stringify(refusal), number)
  }

  const keepParsed = (number: number, document: AnyDocument | undefined) => {
    if (document === undefined) {
      statements.parsed.run(null, null, null, number)
      statements.parsedText.run(null, null, number)
      return
    }
    const entry = entryOf(document)
    const { head, body } = headAndBody(document)
    statements.parsed.run(
      document._createdAt,
      entry?.slug ?? null,
      entry ? JSON.stringify(entry) : null,
      number,
    )
    statements.parsedText.run(JSON.stringify(head), body ? JSON.stringify(body) : null, number)
    let place = 0
    for (const { target, types } of referencesOf(document))
      statements.refer.run(number, place++, target, ` ${types.join(' ')} `)
  }

  return {
    put(stored) {
      for (const { number } of statements.overtaken.all(stored._id))
        for (const statement of forget) statement.run(Number(number))
      const json = JSON.stringify(stored)
      const parsed = parseDocument(stored, json)
      const as = 'document' in parsed ? standing.candidate : standing.invalid
      const { _id, _type, _rev, _updatedAt } = stored
      const number = Number(statements.insert.run(_id, as, _type, _rev, _updatedAt).lastInsertRowid)
      statements.insertText.run(number, json)
      if ('document' in parsed) keepParsed(number, parsed.document)
      else blame(number, parsed.problems)
    },

    parseAgain(number) {
      const json = String(statements.stored.get(number)?.stored)
      const stored: StoredDocument = JSON.parse(json)
      const parsed = parseDocument(stored, json)
      forgetReferences.run(number)
      keepParsed(number, 'document' in parsed ? parsed.document : undefined)
      return 'document' in parsed ? [] : parsed.problems
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
