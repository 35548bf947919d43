import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { z } from 'zod'
import type { AssetAddresses } from '../assets/address.ts'
import type { StoredDocument } from '../document.ts'
import { type LargeFields, shellOf } from './shell.ts'

/** Documents whose large fields stay in memory: enough for one page of results. */
const loadedAtOnce = 64

const row = z.object({ head: z.string(), large_fields: z.string().nullable() })
const largeRow = z.object({ large: z.string() })
const idRow = z.object({ id: z.string() })

/** Reads the documents of one dataset as shells. */
export class DocumentReader {
  readonly #dataset: string
  readonly #addresses: AssetAddresses
  readonly #all: StatementSync
  readonly #one: StatementSync
  readonly #large: StatementSync
  readonly #referrers: StatementSync
  readonly #onLoad: () => void
  readonly #loaded = new Map<string, LargeFields>()

  /** @param onLoad called before each reading of large fields; may throw to stop a query that takes too long */
  constructor(database: DatabaseSync, dataset: string, addresses: AssetAddresses, onLoad: () => void) {
    this.#dataset = dataset
    this.#addresses = addresses
    this.#onLoad = onLoad
    const columns = 'select head, large_fields from documents where dataset = ?'
    this.#all = database.prepare(`${columns} order by id`)
    this.#one = database.prepare(`${columns} and id = ?`)
    this.#large = database.prepare('select large from documents where dataset = ? and id = ?')
    this.#referrers = database.prepare(
      'select source as id from document_references where dataset = ? and target = ? order by source',
    )
  }

  *all(): Iterable<StoredDocument> {
    for (const found of this.#all.iterate(this.#dataset)) yield this.#shell(found)
  }

  /** As it is on disk now, whatever was read of it before. */
  get(id: string): StoredDocument | undefined {
    this.#loaded.delete(id)
    const found = this.#one.get(this.#dataset, id)
    return found && this.#shell(found)
  }

  /** Ids of the documents that refer to this one. */
  referrers(id: string): string[] {
    return this.#referrers.all(this.#dataset, id).map((found) => idRow.parse(found).id)
  }

  #shell(found: unknown): StoredDocument {
    const { head, large_fields: names } = row.parse(found)
    const document: StoredDocument = this.#addresses.add(JSON.parse(head))
    return names === null ? document : shellOf(document, JSON.parse(names), () => this.#load(document._id))
  }

  #load(id: string): LargeFields {
    const known = this.#loaded.get(id)
    if (known) return known
    this.#onLoad()
    const fields: LargeFields = JSON.parse(largeRow.parse(this.#large.get(this.#dataset, id)).large)
    const oldest = this.#loaded.keys().next().value
    if (this.#loaded.size >= loadedAtOnce && oldest !== undefined) this.#loaded.delete(oldest)
    this.#loaded.set(id, fields)
    return fields
  }
}
