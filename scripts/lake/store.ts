import { DatabaseSync } from 'node:sqlite'
import { atomically } from '../../src/atomically.ts'
import { Failure } from '../../src/failure.ts'
import type { StoredDocument } from './document.ts'
import { problemOf } from './problems.ts'
import { formatVersion, schema } from './store-schema.ts'

/** What one transaction did to one document. `null` stands for "was not there" and "is gone". */
export type Change = {
  documentId: string
  before: StoredDocument | null
  after: StoredDocument | null
  mutations: object[]
}

/** A transaction as it is kept; `timestamp` has milliseconds. */
export type Commit = {
  id: string
  timestamp: string
  author: string
  actions: string[]
  changes: Change[]
}

/** One line of a document's history, oldest first. The state after it is the next line's `before`. */
export type HistoryRow = Omit<Commit, 'changes'> & Omit<Change, 'after'>

export type DatasetRecord = { name: string; aclMode: string; createdAt: string }

/** The lake on disk. Every method is synchronous; a write is durable when its method returns. */
export class Store {
  readonly #database: DatabaseSync

  /** Opens or creates the file and keeps every other process out until it is closed. */
  constructor(file: string) {
    try {
      this.#database = new DatabaseSync(file)
      // Exclusive locking has to come first: the lock then holds from the first read until the process ends.
      this.#database.exec(
        'pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full',
      )
      this.#database.exec('begin immediate; commit')
      this.#prepare(file)
    } catch (error) {
      throw problemOf(error, file)
    }
  }

  #prepare(file: string): void {
    const version = Number(this.#database.prepare('pragma user_version').get()?.user_version ?? 0)
    if (version > formatVersion) {
      this.#database.close()
      throw new Failure(
        `The data in ${file} was written by a newer version of the lake (format ${version}, this one reads ${formatVersion}).`,
        'Update Last Orders, or choose another folder with --data.',
      )
    }
    this.#database.exec(schema)
  }

  datasets(): DatasetRecord[] {
    return this.#database
      .prepare('select name, acl_mode, created_at from datasets order by name')
      .all()
      .map((row) => ({
        name: String(row.name),
        aclMode: String(row.acl_mode),
        createdAt: String(row.created_at),
      }))
  }

  addDataset(dataset: DatasetRecord): void {
    this.#database
      .prepare('insert into datasets (name, acl_mode, created_at) values (?, ?, ?)')
      .run(dataset.name, dataset.aclMode, dataset.createdAt)
  }

  setAclMode(name: string, aclMode: string): void {
    this.#database.prepare('update datasets set acl_mode = ? where name = ?').run(aclMode, name)
  }

  removeDataset(name: string): void {
    atomically(this.#database, () => {
      for (const table of ['changes', 'transactions', 'documents']) {
        this.#database.prepare(`delete from ${table} where dataset = ?`).run(name)
      }
      this.#database.prepare('delete from datasets where name = ?').run(name)
    })
  }

  documents(dataset: string): StoredDocument[] {
    return this.#database
      .prepare('select body from documents where dataset = ? order by id')
      .all(dataset)
      .map((row) => JSON.parse(String(row.body)))
  }

  hasTransaction(dataset: string, id: string): boolean {
    return (
      this.#database.prepare('select 1 from transactions where dataset = ? and id = ?').get(dataset, id) !==
      undefined
    )
  }

  commit(dataset: string, commit: Commit): void {
    atomically(this.#database, () => {
      const { lastInsertRowid: sequence } = this.#database
        .prepare('insert into transactions (dataset, id, timestamp, author, actions) values (?, ?, ?, ?, ?)')
        .run(dataset, commit.id, commit.timestamp, commit.author, JSON.stringify(commit.actions))
      commit.changes.forEach((change, position) => {
        this.#database
          .prepare(
            'insert into changes (dataset, sequence, position, document, before, mutations) values (?, ?, ?, ?, ?, ?)',
          )
          .run(
            dataset,
            sequence,
            position,
            change.documentId,
            change.before && JSON.stringify(change.before),
            JSON.stringify(change.mutations),
          )
        this.#write(dataset, change)
      })
    })
  }

  #write(dataset: string, { documentId, after }: Change): void {
    if (after) {
      this.#database
        .prepare('insert or replace into documents (dataset, id, body) values (?, ?, ?)')
        .run(dataset, documentId, JSON.stringify(after))
    } else {
      this.#database.prepare('delete from documents where dataset = ? and id = ?').run(dataset, documentId)
    }
  }

  /** Everything that ever happened to these documents, oldest first. */
  history(dataset: string, documentIds: string[]): HistoryRow[] {
    return this.#database
      .prepare(
        `select t.id, t.timestamp, t.author, t.actions, c.document, c.before, c.mutations
         from changes c join transactions t on t.sequence = c.sequence
         where c.dataset = ? and c.document in (select value from json_each(?))
         order by c.sequence, c.position`,
      )
      .all(dataset, JSON.stringify(documentIds))
      .map((row) => ({
        id: String(row.id),
        timestamp: String(row.timestamp),
        author: String(row.author),
        actions: JSON.parse(String(row.actions)),
        documentId: String(row.document),
        before: row.before === null ? null : JSON.parse(String(row.before)),
        mutations: JSON.parse(String(row.mutations)),
      }))
  }

  /** A user's small settings: value and time of the last change, both as they were put. */
  setting(key: string): { value: unknown; updatedAt: string } | undefined {
    const row = this.#database.prepare('select value, updated_at from settings where key = ?').get(key)
    return row && { value: JSON.parse(String(row.value)), updatedAt: String(row.updated_at) }
  }

  putSetting(key: string, value: unknown, updatedAt: string): void {
    this.#database
      .prepare('insert or replace into settings (key, value, updated_at) values (?, ?, ?)')
      .run(key, JSON.stringify(value), updatedAt)
  }

  removeSetting(key: string): void {
    this.#database.prepare('delete from settings where key = ?').run(key)
  }

  close(): void {
    this.#database.close()
  }
}
