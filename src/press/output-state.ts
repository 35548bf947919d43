import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { atomically } from '../atomically.ts'

/** One file that the press has written, its path relative to the output folder. */
export type Output = {
  file: string
  /** What it was made from: the same key means the same bytes. */
  key: string
  /** Files of pictures that it shows. */
  pictures: string[]
}

/** What lies in the output folder, and from what it was made. */
export type OutputState = {
  all(): Map<string, Output>
  save(change: { put: Output[]; remove: string[] }): void
  close(): void
}

/** Opens the state of an output folder; a folder that was never pressed into has an empty one. */
export function openOutputState(cacheDir: string, outDir: string): OutputState {
  mkdirSync(cacheDir, { recursive: true })
  const name = createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 12)
  const db = new DatabaseSync(join(cacheDir, `press-${name}.sqlite`))
  db.exec(`
    pragma journal_mode = wal;
    create table if not exists output (file text primary key, key text not null, pictures text not null);
  `)
  const all = db.prepare('select file, key, pictures from output')
  const put = db.prepare('insert or replace into output (file, key, pictures) values (?, ?, ?)')
  const remove = db.prepare('delete from output where file = ?')
  return {
    all: () =>
      new Map(
        all.all().map((row) => {
          const file = String(row.file)
          return [file, { file, key: String(row.key), pictures: JSON.parse(String(row.pictures)) }]
        }),
      ),
    save(change) {
      atomically(db, () => {
        for (const output of change.put) put.run(output.file, output.key, JSON.stringify(output.pictures))
        for (const file of change.remove) remove.run(file)
      })
    },
    close: () => db.close(),
  }
}
