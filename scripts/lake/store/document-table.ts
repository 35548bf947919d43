import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { publishedId, type StoredDocument } from '../document.ts'
import { referencesOf } from '../references.ts'
import { joinDocument, splitDocument } from './document-parts.ts'

const row = z.object({ head: z.string(), large: z.string().nullable() })
const idRow = z.object({ id: z.string() })

/** The documents of all datasets as they are now, and who refers to whom. */
export class DocumentTable {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  get(dataset: string, id: string): StoredDocument | undefined {
    const found = this.#database
      .prepare('select head, large from documents where dataset = ? and id = ?')
      .get(dataset, id)
    return found && joinDocument(row.parse(found))
  }

  /** The published document, its draft and its other versions, as far as they exist. */
  versionsOf(dataset: string, publishedId: string): StoredDocument[] {
    return this.#database
      .prepare('select head, large from documents where dataset = ? and versions_of = ? order by id')
      .all(dataset, publishedId)
      .map((found) => joinDocument(row.parse(found)))
  }

  /** Documents in the order of their ids, after one id. */
  page(dataset: string, after: string, size: number): StoredDocument[] {
    return this.#database
      .prepare('select head, large from documents where dataset = ? and id > ? order by id limit ?')
      .all(dataset, after, size)
      .map((found) => joinDocument(row.parse(found)))
  }

  put(dataset: string, document: StoredDocument): void {
    const { _id: id } = document
    const { head, large, largeFields } = splitDocument(document)
    this.#database
      .prepare(
        'insert or replace into documents (dataset, id, versions_of, head, large, large_fields) values (?, ?, ?, ?, ?, ?)',
      )
      .run(dataset, id, publishedId(id), head, large, largeFields)
    this.#removeReferences(dataset, id)
    for (const [target, isStrong] of referencesOf(document)) {
      this.#database
        .prepare('insert into document_references (dataset, target, source, is_strong) values (?, ?, ?, ?)')
        .run(dataset, target, id, Number(isStrong))
    }
  }

  remove(dataset: string, id: string): void {
    this.#database.prepare('delete from documents where dataset = ? and id = ?').run(dataset, id)
    this.#removeReferences(dataset, id)
  }

  /** Ids of the documents with a reference to this one. */
  referrers(dataset: string, id: string, strength: 'any' | 'strong'): string[] {
    return this.#database
      .prepare(
        `select source as id from document_references
         where dataset = ? and target = ? and is_strong >= ? order by source`,
      )
      .all(dataset, id, strength === 'strong' ? 1 : 0)
      .map((found) => idRow.parse(found).id)
  }

  #removeReferences(dataset: string, source: string): void {
    this.#database
      .prepare('delete from document_references where dataset = ? and source = ?')
      .run(dataset, source)
  }
}
