import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { atomically } from '../../atomically.ts'
import { changeLogIn } from './change-log.ts'
import { reparse } from './reparse.ts'
import { createTables, layout } from './tables.ts'
import { versionsIn } from './versions.ts'

/** Milliseconds that SQLite waits for another program's short writes. */
const busyTimeout = 5000

/** A connection that sees only what is finished. */
export function openForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: busyTimeout })
}

/**
 * The connection that writes a mirror, which is begun anew where it is another source's, or cannot be read; what was
 * parsed by other code is parsed again.
 */
export function openForWriting(file: string, source: string, fingerprint: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true })
  const db = openReadable(file)
  // What a power cut takes is pulled again: no need to wait for the disk.
  db.exec('pragma cache_size = -32768; pragma synchronous = normal; pragma journal_size_limit = 16777216')
  const isCurrent = () => {
    const state = stateOf(db)
    return state?.source === source && state.fingerprint === fingerprint
  }
  if (isCurrent()) return db
  atomically(db, () => {
    // Another program may have been quicker.
    if (isCurrent()) return
    if (stateOf(db)?.source === source) {
      reparse(db, versionsIn(db), changeLogIn(db))
      db.exec('delete from change')
      db.prepare('update state set fingerprint = ?, name = ?').run(fingerprint, randomUUID())
    } else {
      dropTables(db)
      createTables(db)
      db.prepare("insert into state values (?, ?, ?, '', '')").run(source, fingerprint, randomUUID())
    }
  })
  return db
}

/** A mirror holds nothing that cannot be pulled again, so one that is no database any more is removed. */
function openReadable(file: string): DatabaseSync {
  try {
    return openDatabase(file)
  } catch (error) {
    const isDamaged =
      error instanceof Error && 'errcode' in error && damaged.has(Number(error.errcode) & 0xff)
    if (!isDamaged) throw error
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
    return openDatabase(file)
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damaged = new Set([11, 26])

function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: busyTimeout })
  try {
    db.exec('pragma page_size = 16384; pragma journal_mode = wal')
    db.prepare('select count(*) from sqlite_master').get()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** What the mirror is of; undefined where its tables are other ones. */
function stateOf(db: DatabaseSync) {
  if (db.prepare('pragma user_version').get()?.user_version !== layout) return undefined
  return db.prepare('select source, fingerprint from state').get()
}

function dropTables(db: DatabaseSync): void {
  const tables = db
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all()
  for (const { name } of tables) db.exec(`drop table "${name}"`)
}
