import type { DatabaseSync } from 'node:sqlite'

/** Does several writes to a database as one: all of them, or, where one fails, none. */
export function atomically(database: DatabaseSync, write: () => void): void {
  database.exec('begin immediate')
  try {
    write()
    database.exec('commit')
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}
