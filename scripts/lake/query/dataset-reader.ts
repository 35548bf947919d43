import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { AssetAddresses } from '../assets/address.ts'
import type { StoredDocument } from '../document.ts'
import { referencesOf } from '../references.ts'
import { DocumentReader } from './document-reader.ts'
import { DocumentSet } from './document-set.ts'
import type { QueryClock } from './query-clock.ts'

const rangeRow = z.object({ first: z.number().nullable(), last: z.number().nullable() })
const documentRow = z.object({ document: z.string() })

/** The documents of one dataset in the memory of a thread, brought up to date from disk before each query. */
export class DatasetReader {
  readonly #database: DatabaseSync
  readonly #name: string
  readonly #reader: DocumentReader
  readonly #clock: QueryClock
  /** What the documents of a transaction that is not kept yet refer to. */
  readonly #staged = new Map<string, ReadonlyMap<string, boolean>>()
  #documents: DocumentSet
  #sequence: number

  constructor(database: DatabaseSync, name: string, addresses: AssetAddresses, clock: QueryClock) {
    this.#database = database
    this.#name = name
    this.#clock = clock
    this.#reader = new DocumentReader(database, name, addresses, clock)
    // Before the documents: what is written in between is then read once more, and not missed.
    this.#sequence = this.#range().last ?? 0
    this.#documents = this.#readAll()
  }

  /** The documents as they are on disk, or as a transaction that is not kept yet leaves them. */
  async read<Value>(
    staged: [id: string, document: StoredDocument | null][],
    work: (documents: DocumentSet) => Promise<Value>,
  ): Promise<Value> {
    this.#refresh()
    if (staged.length === 0) return work(this.#documents)
    const before = staged.map(([id]) => [id, this.#documents.get(id)] as const)
    try {
      this.#documents.apply(staged.map(([id, document]) => [id, document ?? undefined] as const))
      for (const [id, document] of staged) this.#staged.set(id, document ? referencesOf(document) : new Map())
      return await work(this.#documents)
    } finally {
      this.#staged.clear()
      this.#documents.apply(before)
    }
  }

  #refresh(): void {
    const { first, last } = this.#range()
    if (last === null || last === this.#sequence) return
    // The history has been shortened past where this thread had read.
    if (first !== null && first > this.#sequence + 1) this.#documents = this.#readAll()
    else {
      const changed = this.#database
        // The plus keeps SQLite from an index by dataset, with which it would read all of the history.
        .prepare('select distinct document from changes where sequence > ? and +dataset = ?')
        .all(this.#sequence, this.#name)
      const ids = documentRow.array().parse(changed)
      this.#documents.apply(ids.map(({ document }) => [document, this.#reader.get(document)] as const))
    }
    this.#sequence = last
  }

  #range(): z.infer<typeof rangeRow> {
    const row = this.#database
      .prepare(
        // Asked for together, they would take a scan.
        'select (select min(sequence) from transactions) as first, (select max(sequence) from transactions) as last',
      )
      .get()
    return rangeRow.parse(row)
  }

  #readAll(): DocumentSet {
    return new DocumentSet(this.#name, this.#reader.all(), {
      referrers: (id) => this.#referrers(id),
      prepare: (work) => this.#clock.prepare(work),
    })
  }

  /** Ids of the documents that refer to this one. */
  #referrers(id: string): string[] {
    const kept = this.#reader.referrers(id)
    if (this.#staged.size === 0) return kept
    const staged = [...this.#staged].filter(([, references]) => references.has(id)).map(([source]) => source)
    return [...kept.filter((source) => !this.#staged.has(source)), ...staged]
  }
}
