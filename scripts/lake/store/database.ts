import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Failure } from '../../../src/failure.ts'
import { problemOf } from '../problems.ts'
import { migrate } from './migrate.ts'
import { formatVersion, schema } from './schema.ts'

/** The file that holds everything, open for reading and writing, and how to let go of it. */
export type LakeDatabase = { database: DatabaseSync; close(): void }

/**
 * Opens or creates the file and keeps every other process out until it is closed.
 * @throws Failure that says what is in the way
 */
export function openDatabase(file: string): LakeDatabase {
  const opened: DatabaseSync[] = []
  const close = () => {
    for (const database of opened.reverse()) database.close()
  }
  try {
    opened.push(lock(`${file}.lock`, file))
    createPrivate(file)
    const database = new DatabaseSync(file, { timeout: 1000 })
    opened.push(database)
    // `full`: a transaction is on the disk before it is acknowledged.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000')
    database.exec('begin immediate; commit')
    bringUpToDate(database, file)
    return { database, close }
  } catch (error) {
    close()
    throw problemOf(error, file)
  }
}

/**
 * The lake's own threads read the database while it is written, so it cannot be locked itself. A lock of its own,
 * an open transaction on an empty database, ends with the process, however that ends.
 */
function lock(file: string, subject: string): DatabaseSync {
  createPrivate(file)
  const database = new DatabaseSync(file)
  try {
    database.exec('pragma journal_mode = delete; begin exclusive')
    return database
  } catch (error) {
    database.close()
    throw problemOf(error, subject)
  }
}

/** Drafts are in it; the files that SQLite puts beside it get the same mode. */
function createPrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
}

function bringUpToDate(database: DatabaseSync, file: string): void {
  const version = Number(database.prepare('pragma user_version').get()?.user_version ?? 0)
  if (version > formatVersion) {
    throw new Failure(
      `The data in ${file} was written by a newer version of the lake (format ${version}, this one reads ${formatVersion}).`,
      'Update Last Orders, or choose another folder with --data.',
    )
  }
  if (version !== 0 && version < formatVersion) migrate(database)
  else database.exec(schema)
  database.exec(`pragma user_version = ${formatVersion}`)
}
