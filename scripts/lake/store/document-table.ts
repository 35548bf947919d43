import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { z } from 'zod'
import { publishedId, type StoredDocument } from '../document.ts'
import { referencesOf } from '../references.ts'
import { joinDocument, splitDocument } from './document-parts.ts'

const row = z.object({ head: z.string(), large: z.string().nullable() })
const idRow = z.object({ id: z.string() })

/** The documents of all datasets as they are now, and who refers to whom. */
export class DocumentTable {
  readonly #one: StatementSync
  readonly #versions: StatementSync
  readonly #page: StatementSync
  readonly #put: StatementSync
  readonly #remove: StatementSync
  readonly #referrers: StatementSync
  readonly #addReference: StatementSync
  readonly #removeReferences: StatementSync

  constructor(database: DatabaseSync) {
    const columns = 'select head, large from documents where dataset = ?'
    this.#one = database.prepare(`${columns} and id = ?`)
    // Left to itself, SQLite takes the primary key here and further down, and reads everything in the dataset.
    this.#versions = database.prepare(
      `select head, large from documents indexed by documents_by_group
       where dataset = ? and versions_of = ? order by id`,
    )
    this.#page = database.prepare(`${columns} and id > ? order by id limit ?`)
    this.#put = database.prepare(
      'insert or replace into documents (dataset, id, versions_of, head, large, large_fields) values (?, ?, ?, ?, ?, ?)',
    )
    this.#remove = database.prepare('delete from documents where dataset = ? and id = ?')
    this.#referrers = database.prepare(
      `select source as id from document_references
       where dataset = ? and target = ? and is_strong >= ? order by source`,
    )
    this.#addReference = database.prepare(
      'insert into document_references (dataset, target, source, is_strong) values (?, ?, ?, ?)',
    )
    this.#removeReferences = database.prepare(
      'delete from document_references indexed by references_by_source where dataset = ? and source = ?',
    )
  }

  get(dataset: string, id: string): StoredDocument | undefined {
    const found = this.#one.get(dataset, id)
    return found && joinDocument(row.parse(found))
  }

  /** The published document, its draft and its other versions, as far as they exist. */
  versionsOf(dataset: string, publishedId: string): StoredDocument[] {
    return this.#versions.all(dataset, publishedId).map((found) => joinDocument(row.parse(found)))
  }

  /** Documents in the order of their ids, after one id. */
  page(dataset: string, after: string, size: number): StoredDocument[] {
    return this.#page.all(dataset, after, size).map((found) => joinDocument(row.parse(found)))
  }

  put(dataset: string, document: StoredDocument): void {
    const { _id: id } = document
    const { head, large, largeFields } = splitDocument(document)
    this.#put.run(dataset, id, publishedId(id), head, large, largeFields)
    this.#removeReferences.run(dataset, id)
    for (const [target, isStrong] of referencesOf(document)) {
      this.#addReference.run(dataset, target, id, Number(isStrong))
    }
  }

  remove(dataset: string, id: string): void {
    this.#remove.run(dataset, id)
    this.#removeReferences.run(dataset, id)
  }

  /** Ids of the documents with a reference to this one. */
  referrers(dataset: string, id: string, strength: 'any' | 'strong'): string[] {
    return this.#referrers
      .all(dataset, id, strength === 'strong' ? 1 : 0)
      .map((found) => idRow.parse(found).id)
  }
}
