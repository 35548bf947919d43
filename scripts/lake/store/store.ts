import { atomically } from '../../../src/atomically.ts'
import type { Commit } from '../commit.ts'
import { publishedId, type StoredDocument } from '../document.ts'
import { type LakeDatabase, openDatabase } from './database.ts'
import { DatasetTable } from './dataset-table.ts'
import { DocumentTable } from './document-table.ts'
import { type HistoryLimits, limitHistory } from './history-limits.ts'
import { HistoryTable, type Step } from './history-table.ts'
import { SettingsTable } from './settings-table.ts'
import { snapshot } from './snapshot.ts'

/** How many transactions may come before the limits of the history are looked at again. */
const commitsBetweenLimits = 500

/** The lake on disk. Every method is synchronous; a write is durable when its method returns. */
export class Store {
  readonly datasets: DatasetTable
  readonly documents: DocumentTable
  readonly settings: SettingsTable
  /** Where the database is, for those who only read it. */
  readonly file: string
  readonly #open: LakeDatabase
  readonly #history: HistoryTable
  readonly #limits: HistoryLimits
  #commits = 0

  /** Opens or creates the file. @throws Failure that says what is in the way */
  constructor(file: string, limits: HistoryLimits = {}) {
    this.file = file
    this.#limits = limits
    this.#open = openDatabase(file)
    const { database } = this.#open
    this.datasets = new DatasetTable(database)
    this.documents = new DocumentTable(database)
    this.settings = new SettingsTable(database)
    this.#history = new HistoryTable(database)
    limitHistory(database, limits)
  }

  hasTransaction(dataset: string, id: string): boolean {
    return this.#history.has(dataset, id)
  }

  commit(dataset: string, commit: Commit): void {
    atomically(this.#open.database, () => {
      this.#history.add(dataset, commit)
      for (const { documentId, after } of commit.changes) {
        if (after) this.documents.put(dataset, after)
        else this.documents.remove(dataset, documentId)
      }
    })
    this.#commits += 1
    if (this.#commits % commitsBetweenLimits === 0) limitHistory(this.#open.database, this.#limits)
  }

  /** Everything that is known to have happened to some documents, oldest first. */
  history(dataset: string, ids: string[]): Step[] {
    const now = [...new Set(ids.map(publishedId))].flatMap((id) => this.documents.versionsOf(dataset, id))
    return this.#history.stepsOf(dataset, ids, now)
  }

  /** Ids of documents that were deleted, as far as the history goes back; with this prefix. */
  gone(dataset: string, prefix: string): string[] {
    return this.#history.gone(dataset, prefix)
  }

  /** Every document of a dataset as it is when the first one is asked for, in the order of ids. */
  snapshot(dataset: string): Generator<StoredDocument> {
    return snapshot(this.file, dataset)
  }

  close(): void {
    this.#open.close()
  }
}
