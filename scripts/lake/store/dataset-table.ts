import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { atomically } from '../../../src/atomically.ts'

/** `createdAt` also tells two datasets apart of which one was removed before the other got its name. */
export type DatasetRecord = { name: string; aclMode: string; createdAt: string }

const row = z
  .object({ name: z.string(), acl_mode: z.string(), created_at: z.string() })
  .transform(({ name, acl_mode: aclMode, created_at: createdAt }) => ({ name, aclMode, createdAt }))

export class DatasetTable {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  all(): DatasetRecord[] {
    return row.array().parse(this.#database.prepare('select * from datasets order by name').all())
  }

  get(name: string): DatasetRecord | undefined {
    const found = this.#database.prepare('select * from datasets where name = ?').get(name)
    return found && row.parse(found)
  }

  put({ name, aclMode, createdAt }: DatasetRecord): void {
    this.#database
      .prepare('insert or replace into datasets (name, acl_mode, created_at) values (?, ?, ?)')
      .run(name, aclMode, createdAt)
  }

  /** With everything in it. */
  remove(name: string): void {
    atomically(this.#database, () => {
      for (const table of ['changes', 'transactions', 'document_references', 'documents']) {
        this.#database.prepare(`delete from ${table} where dataset = ?`).run(name)
      }
      this.#database.prepare('delete from datasets where name = ?').run(name)
    })
  }
}
