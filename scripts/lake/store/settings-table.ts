import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const row = z.object({ value: z.string(), updated_at: z.string() })

/** A user's small settings: value and time of the last change, both as they were put. */
export type Setting = { value: unknown; updatedAt: string }

export class SettingsTable {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  get(key: string): Setting | undefined {
    const found = this.#database.prepare('select value, updated_at from settings where key = ?').get(key)
    if (!found) return undefined
    const { value, updated_at: updatedAt } = row.parse(found)
    return { value: JSON.parse(value), updatedAt }
  }

  put(key: string, { value, updatedAt }: Setting): void {
    this.#database
      .prepare('insert or replace into settings (key, value, updated_at) values (?, ?, ?)')
      .run(key, JSON.stringify(value), updatedAt)
  }

  remove(key: string): void {
    this.#database.prepare('delete from settings where key = ?').run(key)
  }
}
