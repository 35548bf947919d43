import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { z } from 'zod'
import type { AssetAddresses } from '../assets/address.ts'
import type { StoredDocument } from '../document.ts'
import type { QueryClock } from './query-clock.ts'
import { Recent } from './recent.ts'
import { Shells } from './shell.ts'

/** Documents that stay in memory as they were read: enough for one page of results. */
const headsAtOnce = 256
const textsAtOnce = 64

/** In characters of JSON. Values up to this length stay in memory once they have been looked at. */
const smallValue = 100

const headRow = z.object({ head: z.string() })
const largeRow = z.object({ large: z.string().nullable() })
const idRow = z.object({ id: z.string() })

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the documents of one dataset as shells. Small values that a query looked at are kept, field by field: what
 * lists filter and sort by is read once, and what nobody asks for takes no memory.
 */
export class DocumentReader {
  readonly #dataset: string
  readonly #addresses: AssetAddresses
  readonly #all: StatementSync
  readonly #one: StatementSync
  readonly #large: StatementSync
  readonly #referrers: StatementSync
  readonly #clock: QueryClock
  readonly #shells = new Shells((id, field) => this.#field(id, field))
  readonly #heads = new Recent<Fields>(headsAtOnce)
  readonly #larges = new Recent<Fields>(textsAtOnce)
  readonly #columns = new Map<string, Map<string, unknown>>()

  constructor(database: DatabaseSync, dataset: string, addresses: AssetAddresses, clock: QueryClock) {
    this.#dataset = dataset
    this.#addresses = addresses
    this.#clock = clock
    this.#all = database.prepare('select head from documents where dataset = ? order by id')
    this.#one = database.prepare('select head from documents where dataset = ? and id = ?')
    this.#large = database.prepare('select large from documents where dataset = ? and id = ?')
    this.#referrers = database.prepare(
      'select source as id from document_references where dataset = ? and target = ? order by source',
    )
  }

  *all(): Iterable<StoredDocument> {
    this.#heads.clear()
    this.#larges.clear()
    this.#columns.clear()
    for (const found of this.#all.iterate(this.#dataset)) yield this.#shells.of(this.#parse(found))
  }

  /** As it is on disk now, whatever was read of it before. */
  get(id: string): StoredDocument | undefined {
    this.#heads.delete(id)
    this.#larges.delete(id)
    for (const column of this.#columns.values()) column.delete(id)
    const found = this.#one.get(this.#dataset, id)
    return found && this.#shells.of(this.#parse(found))
  }

  /** Ids of the documents that refer to this one. */
  referrers(id: string): string[] {
    return this.#referrers.all(this.#dataset, id).map((found) => idRow.parse(found).id)
  }

  #field(id: string, name: string): unknown {
    const column = this.#columns.get(name) ?? new Map<string, unknown>()
    const known = column.get(id)
    if (known !== undefined) return known
    const started = performance.now()
    const value = this.#head(id)[name]
    // Large fields have null in their place.
    if (value === null && this.#largeOf(id)[name] !== undefined) return this.#largeOf(id)[name]
    if (JSON.stringify(value).length > smallValue) return value
    this.#columns.set(name, column.set(id, value))
    this.#clock.extend(performance.now() - started)
    return value
  }

  #head(id: string): Fields {
    const known = this.#heads.get(id)
    if (known) return known
    const head = this.#parse(this.#one.get(this.#dataset, id))
    this.#heads.set(id, head)
    return head
  }

  #largeOf(id: string): Fields {
    const known = this.#larges.get(id)
    if (known) return known
    this.#clock.check()
    const { large } = largeRow.parse(this.#large.get(this.#dataset, id))
    const fields: Fields = large === null ? {} : JSON.parse(large)
    this.#larges.set(id, fields)
    return fields
  }

  #parse(found: unknown): StoredDocument {
    return this.#addresses.add(JSON.parse(headRow.parse(found).head))
  }
}
