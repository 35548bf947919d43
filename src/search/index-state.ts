import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { atomically } from '../atomically.ts'
import type { IndexedPage, IndexedPages } from './arrange.ts'

/** Remembers which pages, with which keys, each index has. An index is known by its folder. */
export type IndexState = {
  /** Empty for an index that is not known. */
  read(folder: string): Map<string, IndexedPage>
  save(folder: string, pages: IndexedPages): void
  forget(folder: string): void
  /** Forgets all other indexes. */
  keep(folders: readonly string[]): void
  close(): void
}

export function openIndexState(cacheDir: string, outDir: string): IndexState {
  mkdirSync(cacheDir, { recursive: true })
  const name = createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 12)
  const db = new DatabaseSync(join(cacheDir, `search-${name}.sqlite`), { timeout: 10_000 })
  db.exec(`
    pragma journal_mode = wal;
    create table if not exists page (
      folder text, url text, key text not null, result text not null, primary key (folder, url)
    ) without rowid;
  `)
  const read = db.prepare('select url, key, result from page where folder = ?')
  const put = db.prepare('insert or replace into page (folder, url, key, result) values (?, ?, ?, ?)')
  const forget = db.prepare('delete from page where folder = ?')
  const keep = db.prepare('delete from page where folder not in (select value from json_each(?))')
  return {
    read: (folder) =>
      new Map(
        read
          .all(folder)
          .map(({ url, key, result }) => [String(url), { key: String(key), result: String(result) }]),
      ),
    save(folder, pages) {
      atomically(db, () => {
        forget.run(folder)
        for (const [url, { key, result }] of pages) put.run(folder, url, key, result)
      })
    },
    forget: (folder) => void forget.run(folder),
    keep: (folders) => void keep.run(JSON.stringify(folders)),
    close: () => db.close(),
  }
}
