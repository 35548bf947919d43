import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { z } from 'zod'
import type { Change, Commit } from '../commit.ts'
import { publishedId, type StoredDocument } from '../document.ts'
import { decodeChange, encodeChange, type HistoryEntry } from './history-entry.ts'

/** One change in the life of a document, with the transaction it was part of. */
export type Step = Omit<Commit, 'changes'> & Change

const row = z.object({
  sequence: z.number(),
  id: z.string(),
  timestamp: z.string(),
  author: z.string(),
  actions: z.string(),
  document: z.string(),
  revert: z.string(),
  revert_of: z.string().nullable(),
  mutations: z.string(),
})

const idRow = z.object({ id: z.string() })

/** What happened to the documents of all datasets. */
export class HistoryTable {
  readonly #one: StatementSync
  readonly #add: StatementSync
  readonly #addChange: StatementSync
  readonly #changes: StatementSync
  readonly #gone: StatementSync

  constructor(database: DatabaseSync) {
    this.#one = database.prepare('select 1 from transactions where dataset = ? and id = ?')
    this.#add = database.prepare(
      'insert into transactions (dataset, id, timestamp, author, actions) values (?, ?, ?, ?, ?)',
    )
    this.#addChange = database.prepare(
      `insert into changes (dataset, sequence, position, document, versions_of, revert, revert_of, mutations)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#changes = database.prepare(
      `select t.sequence, t.id, t.timestamp, t.author, t.actions, c.document, c.revert, c.revert_of, c.mutations
       from changes c join transactions t on t.sequence = c.sequence
       where c.dataset = ? and c.versions_of in (select value from json_each(?))
       order by c.sequence desc, c.position`,
    )
    // From a prefix up to what comes after it: written like this, SQLite takes the index.
    this.#gone = database.prepare(
      `select distinct c.document as id from changes c
       where c.dataset = ? and c.versions_of between ? and ?
         and not exists (select 1 from documents d where d.dataset = c.dataset and d.id = c.document)`,
    )
  }

  has(dataset: string, transactionId: string): boolean {
    return this.#one.get(dataset, transactionId) !== undefined
  }

  add(dataset: string, commit: Commit): void {
    const actions = JSON.stringify(commit.actions)
    const { lastInsertRowid: sequence } = this.#add.run(
      dataset,
      commit.id,
      commit.timestamp,
      commit.author,
      actions,
    )
    commit.changes.forEach((change, position) => {
      this.addChange({ dataset, sequence, position }, change.documentId, encodeChange(change, commit.changes))
    })
  }

  /** @param place which change of which transaction it is */
  addChange(
    place: { dataset: string; sequence: number | bigint; position: number },
    documentId: string,
    { revert, revertOf, mutations }: HistoryEntry,
  ): void {
    this.#addChange.run(
      place.dataset,
      place.sequence,
      place.position,
      documentId,
      publishedId(documentId),
      JSON.stringify(revert),
      revertOf,
      JSON.stringify(mutations),
    )
  }

  /**
   * Everything that is known to have happened to some documents, oldest first.
   * @param now the documents as they are and all their versions: history is told backwards from there
   */
  stepsOf(dataset: string, ids: string[], now: StoredDocument[]): Step[] {
    const states = new Map<string, StoredDocument | null>(now.map((document) => [document._id, document]))
    const stateOf = (id: string) => states.get(id) ?? null
    const steps: Step[] = []
    for (const rows of this.#transactions(dataset, ids.map(publishedId))) {
      const changes = rows.map((found) => decodeChange(found.document, entryOf(found), stateOf))
      const [first] = rows
      if (!first) continue
      const { id, timestamp, author } = first
      const transaction = { id, timestamp, author, actions: JSON.parse(first.actions) }
      for (const change of changes.toReversed()) {
        if (ids.includes(change.documentId)) steps.push({ ...transaction, ...change })
        states.set(change.documentId, change.before)
      }
    }
    return steps.reverse()
  }

  /** Ids of documents that were deleted, as far as is known; with this prefix. */
  gone(dataset: string, prefix: string): string[] {
    const rows = this.#gone.all(dataset, prefix, `${prefix}\u{10ffff}`)
    return idRow
      .array()
      .parse(rows)
      .map(({ id }) => id)
  }

  /** The changes to groups of versions, by transaction, newest first; those of one transaction in their order. */
  #transactions(dataset: string, groups: string[]): z.infer<typeof row>[][] {
    const rows = this.#changes.all(dataset, JSON.stringify(groups))
    return [...Map.groupBy(row.array().parse(rows), ({ sequence }) => sequence).values()]
  }
}

function entryOf(found: z.infer<typeof row>): HistoryEntry {
  return {
    revert: JSON.parse(found.revert),
    revertOf: found.revert_of,
    mutations: JSON.parse(found.mutations),
  }
}
