import { createHash, hash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { atomically } from '../atomically.ts'
import { Failure } from '../failure.ts'
import type { KeptLists } from '../site/kept-lists.ts'
import type { Placed } from '../site/ordered-list.ts'
import { isLocked } from '../system-failure.ts'
import { openReadings } from './readings.ts'
import { type Standing, standing } from './standing.ts'

/** A file that was rendered from a view, its path relative to the output folder. */
export type Output = {
  file: string
  /** The address that it is the page of. */
  path: string
  /** What it was made from: the same key means the same bytes. */
  key: string
  /** What of it can be searched was made from this; empty where nothing can. */
  searchKey: string
  /** Files of pictures that it shows. */
  pictures: readonly string[]
  /** What had to be left out of it, in plain words. */
  notices: readonly string[]
}

/** One that was just made, with what its view has read, as a list in JSON: of many pages that takes less memory. */
export type MadeOutput = Output & { facts: string }

/** A file that is no page: a picture, a style, a file of `public`. */
export type Piece = { file: string; key: string }

/** What a run changes of the files in an output folder. */
export type OutputChange = {
  outputs: MadeOutput[]
  pieces: Piece[]
  removed: string[]
  /** Where everything stands now. */
  lists: KeptLists
  /** Whether these are all lists that there are. */
  isWhole: boolean
}

/** Counted up with every change to the tables; what is kept in another form counts as never made. */
const layout = 4

/** What lies in the output folder, and from what it was made. */
export type OutputState = {
  /** Undefined where nothing was finished yet, or by a program that kept it in another form. */
  standing(): Standing | undefined
  output(file: string): Output | undefined
  outputs(): Map<string, Output>
  /** The key of a piece; undefined where there is none. */
  piece(file: string): string | undefined
  /** Keys of all pieces by their files. */
  pieces(): Map<string, string>
  /** Files of the outputs whose views have read one of these. */
  readersOf(facts: Iterable<string>): Set<string>
  notices(): string[]
  /** Where something stood when the files were finished; empty where there is no such list. */
  list(name: string): readonly Placed[]
  /** Names of lists that begin so. */
  listsBeginning(text: string): string[]
  /** What can be searched: addresses and their search keys. */
  searchable(): { path: string; key: string }[]
  /** Notes which files are about to change. Until `finish` they count as unknown. */
  begin(files: Iterable<string>): void
  /** True where a run began and did not finish. */
  isUnfinished(): boolean
  finish(change: OutputChange, standing: Standing): void
  close(): void
}

/**
 * Opens the state of an output folder; a folder that was never pressed into has an empty one.
 * @throws Failure where another program has it open: two must not write one folder
 */
export function openOutputState(cacheDir: string, outDir: string): OutputState {
  mkdirSync(cacheDir, { recursive: true })
  const name = createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 12)
  const db = openAlone(join(cacheDir, `outputs-${layout}-${name}.sqlite`), outDir)
  const readings = openReadings(db)
  const sql = {
    standing: db.prepare('select json from standing'),
    setStanding: db.prepare('insert or replace into standing (one, json) values (1, ?)'),
    output: db.prepare(
      'select * from output where file = ? and not exists (select 1 from pending where file = ?1)',
    ),
    outputs: db.prepare('select * from output where file not in (select file from pending)'),
    idAndFacts: db.prepare('select id, facts from output where file = ?'),
    fileOf: db.prepare('select file from output where id = ?'),
    put: db.prepare(`insert into output (file, path, key, search_key, pictures, notices) values (?, ?, ?, ?, ?, ?)
      on conflict (file) do update set
        path = excluded.path, key = excluded.key, search_key = excluded.search_key,
        pictures = excluded.pictures, notices = excluded.notices
      returning id, facts_key as before`),
    putFacts: db.prepare('update output set facts = ?, facts_key = ? where id = ?'),
    remove: db.prepare('delete from output where file = ?'),
    pieces: db.prepare('select file, key from piece where file not in (select file from pending)'),
    piece: db.prepare('select key from piece where file = ? and file not in (select file from pending)'),
    putPiece: db.prepare('insert or replace into piece (file, key) values (?, ?)'),
    removePiece: db.prepare('delete from piece where file = ?'),
    searchable: db.prepare("select path, search_key as key from output where search_key <> '' order by path"),
    notices: db.prepare("select notices from output where notices <> '' order by file"),
    list: db.prepare('select ids, moments from list where name = ?'),
    listsBeginning: db.prepare('select name from list where substr(name, 1, length(?)) = ?1'),
    putList: db.prepare('insert or replace into list (name, ids, moments) values (?, ?, ?)'),
    removeList: db.prepare('delete from list where name = ?'),
    pending: db.prepare('insert or ignore into pending (file) values (?)'),
    hasPending: db.prepare('select 1 from pending limit 1'),
  }

  const factsOf = (file: string) => {
    const row = sql.idAndFacts.get(file)
    return row && { id: Number(row.id), facts: row.facts instanceof Uint8Array ? row.facts : undefined }
  }

  return {
    standing() {
      const row = sql.standing.get()
      return row && standing.safeParse(JSON.parse(String(row.json))).data
    },
    output(file) {
      const row = sql.output.get(file)
      return row && outputOf(row)
    },
    outputs: () => new Map(sql.outputs.all().map((row) => [String(row.file), outputOf(row)])),
    piece(file) {
      const row = sql.piece.get(file)
      return row && String(row.key)
    },
    pieces: () => new Map(sql.pieces.all().map((row) => [String(row.file), String(row.key)])),
    readersOf(facts) {
      const files = new Set<string>()
      for (const id of readings.outputsOf(facts)) files.add(String(sql.fileOf.get(id)?.file))
      return files
    },
    searchable: () => sql.searchable.all().map((row) => ({ path: String(row.path), key: String(row.key) })),
    notices: () => sql.notices.all().flatMap((row) => unpacked(row.notices)),
    list(name) {
      const row = sql.list.get(name)
      if (!row) return []
      const moments: number[] = JSON.parse(String(row.moments))
      return unpacked(row.ids).map((id, place) => ({ id, at: moments[place] ?? 0 }))
    },
    listsBeginning: (text) => sql.listsBeginning.all(text).map(({ name }) => String(name)),
    begin: (files) =>
      atomically(db, () => {
        for (const file of files) sql.pending.run(file)
      }),
    isUnfinished: () => sql.hasPending.get() !== undefined,
    finish: ({ outputs, pieces, removed, lists, isWhole }, now) =>
      atomically(db, () => {
        // What one that failed had noted is not so.
        readings.forget()

        for (const file of removed) {
          const before = factsOf(file)
          if (before) readings.note(before.id, before.facts, [])
          sql.remove.run(file)
          sql.removePiece.run(file)
        }
        for (const { file, path, key, searchKey, facts, pictures, notices } of outputs) {
          const row = sql.put.get(file, path, key, searchKey, packed(pictures), packed(notices))
          const id = Number(row?.id)
          // Mostly the same as before, and to look up each fact takes longer than everything else.
          const factsKey = hash('sha256', facts, 'base64url')
          if (row?.before === factsKey) continue
          const before = row?.before === '' ? undefined : factsOf(file)?.facts
          sql.putFacts.run(readings.note(id, before, unpacked(facts)), factsKey, id)
        }
        readings.flush()
        for (const { file, key } of pieces) sql.putPiece.run(file, key)
        if (isWhole) db.exec('delete from list')
        for (const [name, items] of lists) {
          const moments = JSON.stringify(items.map(({ at }) => at))
          if (items.length === 0) sql.removeList.run(name)
          else sql.putList.run(name, packed(items.map(({ id }) => id)), moments)
        }
        sql.setStanding.run(JSON.stringify(now))
        db.exec('delete from pending')
      }),
    close: () => db.close(),
  }
}

function openAlone(file: string, outDir: string): DatabaseSync {
  const db = new DatabaseSync(file)
  try {
    db.exec(`
      pragma locking_mode = exclusive;
      pragma journal_mode = wal;
      pragma synchronous = normal;
      create table if not exists standing (one integer primary key check (one = 1), json text not null);
      create table if not exists pending (file text primary key) without rowid;
      create table if not exists piece (file text primary key, key text not null) without rowid;
      create table if not exists list (
        number integer primary key, name text not null unique, ids text not null, moments text not null
      );
      create table if not exists output (
        id integer primary key, file text not null unique, path text not null, key text not null,
        search_key text not null, pictures text not null, notices text not null,
        facts blob not null default x'', facts_key text not null default ''
      );
      create index if not exists output_searchable on output (path, search_key) where search_key <> '';
      create index if not exists output_with_notices on output (file) where notices <> '';
    `)
    return db
  } catch (cause) {
    db.close()
    if (!isLocked(cause)) throw cause
    throw new Failure(
      `The site in ${outDir} is kept up to date by another program: \`npm start\`, or another build.`,
      'End that one first, or write into another folder with --out. Nothing was changed.',
      { cause },
    )
  }
}

/** What the view of an output has read. */
export function factsOf({ facts }: MadeOutput): string[] {
  return unpacked(facts)
}

/** Lists are kept as JSON; an empty one as nothing at all, so that an index can leave it out. */
function packed(list: readonly string[]): string {
  return list.length === 0 ? '' : JSON.stringify(list)
}

function unpacked(text: unknown): string[] {
  return text === '' ? [] : JSON.parse(String(text))
}

function outputOf(row: Record<string, unknown>): Output {
  return {
    file: String(row.file),
    path: String(row.path),
    key: String(row.key),
    searchKey: String(row.search_key),
    pictures: unpacked(row.pictures),
    notices: unpacked(row.notices),
  }
}
