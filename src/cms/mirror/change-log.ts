import type { DatabaseSync } from 'node:sqlite'
import type { Entry } from '../entry.ts'
import { standing, stands } from './standing.ts'

/** Names a state of a mirror. `name` is another where the mirror began anew: then sequences cannot be compared. */
export type Position = { name: string; sequence: number }

/** A document that has changed or gone, with the entry that it had before; undefined: it had none. */
export type Change = { id: string; before: Entry | undefined }

/** Changes that are remembered: a full publishing season, and a megabyte or two. */
const remembered = 20_000

/** Notes what becomes of good documents; whoever calls it has a transaction open. */
export type ChangeLog = {
  /** That the candidates take the place of the good versions of the same documents. */
  noteCandidates(): void
  /** That a document goes, if it was good. */
  noteRemoval(id: string): void
  /** Forgets the oldest changes. */
  trim(): void
}

export function changeLogIn(db: DatabaseSync): ChangeLog {
  const candidates = db.prepare(
    `insert into change (id, entry) select c.id, g.entry
     from version c left join version g on g.id = c.id and g.standing = ${standing.good}
     where ${stands('c', standing.candidate)} order by c.id`,
  )
  const removal = db.prepare(
    `insert into change (id, entry) select id, entry from version where id = ? and standing = ${standing.good}`,
  )
  const trim = db.prepare('delete from change where sequence <= (select max(sequence) from change) - ?')
  return {
    noteCandidates: () => candidates.run(),
    noteRemoval: (id) => removal.run(id),
    trim: () => trim.run(remembered),
  }
}

/** Reads the log. */
export type Changes = {
  position(): Position
  /** Each document once, with its entry of then; undefined where the log does not reach back so far. */
  since(position: Position): Change[] | undefined
}

export function changesIn(db: DatabaseSync): Changes {
  const state = db.prepare(
    `select name, coalesce((select seq from sqlite_sequence where name = 'change'), 0) as sequence,
       (select min(sequence) from change) as first from state`,
  )
  // Of several rows of a group, SQLite takes the other columns from the one that has the minimum.
  const since = db.prepare('select id, entry, min(sequence) from change where sequence > ? group by id')
  const now = () => {
    const row = state.get()
    const sequence = Number(row?.sequence)
    return {
      name: String(row?.name),
      sequence,
      first: row?.first === null ? sequence + 1 : Number(row?.first),
    }
  }
  return {
    position() {
      const { name, sequence } = now()
      return { name, sequence }
    },
    since({ name, sequence }) {
      const known = now()
      if (name !== known.name || sequence > known.sequence || sequence < known.first - 1) return undefined
      return since.all(sequence).map(({ id, entry }) => ({
        id: String(id),
        before: typeof entry === 'string' ? JSON.parse(entry) : undefined,
      }))
    },
  }
}
