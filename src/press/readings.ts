import type { DatabaseSync } from 'node:sqlite'

/** Which outputs have read which fact: the way from what has changed to what must be looked at, and no further. */
export type Readings = {
  /** Ids of the outputs that have read one of the facts. */
  outputsOf(facts: Iterable<string>): Set<number>
  /**
   * Notes which facts an output has read, until `flush`.
   * @param before what this has returned for it the last time
   * @returns the facts as they are to be kept with the output: their numbers, of 32 bits each
   */
  note(output: number, before: Uint8Array | undefined, facts: readonly string[]): Uint8Array
  /** Writes what was noted, a row for each fact that was read by others than before. */
  flush(): void
  /** Lets go of what was noted: none of it will be written. */
  forget(): void
}

/** What has changed of who has read a fact; `name`: of one that nobody had read. */
type Note = { name: string | undefined; added: number[]; gone: number[] }

/** One row for each fact, with its number and the ids of its outputs, each list as a block of 32-bit integers. */
export function openReadings(db: DatabaseSync): Readings {
  db.exec(
    'create table if not exists fact (number integer primary key, name text not null unique, outputs blob not null)',
  )
  const sql = {
    byName: db.prepare('select number, outputs from fact where name = ?'),
    outputs: db.prepare('select outputs from fact where number = ?'),
    last: db.prepare('select coalesce(max(number), 0) as number from fact'),
    add: db.prepare('insert into fact (number, name, outputs) values (?, ?, ?)'),
    set: db.prepare('update fact set outputs = ? where number = ?'),
    remove: db.prepare('delete from fact where number = ?'),
  }
  const numbers = new Map<string, number>()
  const notes = new Map<number, Note>()
  /** The highest number that is given; undefined while nothing is noted. */
  let last: number | undefined
  /** Nothing was read when the first was noted: there is nothing to look up then. */
  let wasEmpty = false

  const numberOf = (name: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    if (last === undefined) {
      last = Number(sql.last.get()?.number)
      wasEmpty = last === 0
    }
    const kept = wasEmpty ? undefined : sql.byName.get(name)?.number
    const number = kept === undefined ? ++last : Number(kept)
    numbers.set(name, number)
    if (kept === undefined) notes.set(number, { name, added: [], gone: [] })
    return number
  }
  const noteOf = (number: number): Note => {
    let note = notes.get(number)
    if (!note) {
      note = { name: undefined, added: [], gone: [] }
      notes.set(number, note)
    }
    return note
  }

  const forget = () => {
    notes.clear()
    numbers.clear()
    last = undefined
  }

  return {
    outputsOf(facts) {
      const found = new Set<number>()
      for (const fact of facts)
        for (const output of unpacked(sql.byName.get(fact)?.outputs)) found.add(output)
      return found
    },
    note(output, before, facts) {
      const now = facts.map(numberOf)
      if (before === undefined) {
        for (const fact of now) noteOf(fact).added.push(output)
        return packed(now)
      }
      const old = unpacked(before)
      const [wasRead, isRead] = [new Set(old), new Set(now)]
      for (const fact of now) if (!wasRead.has(fact)) noteOf(fact).added.push(output)
      for (const fact of old) if (!isRead.has(fact)) noteOf(fact).gone.push(output)
      return packed(now)
    },
    flush() {
      for (const [number, { name, added, gone }] of notes) {
        if (name !== undefined) {
          if (added.length > 0) sql.add.run(number, name, packed(added))
          continue
        }
        const kept = unpacked(sql.outputs.get(number)?.outputs).filter((output) => !gone.includes(output))
        const outputs = [...kept, ...added]
        if (outputs.length === 0) sql.remove.run(number)
        else sql.set.run(packed(outputs), number)
      }
      forget()
    },
    forget,
  }
}

function packed(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(new Uint32Array(numbers).buffer)
}

function unpacked(bytes: unknown): number[] {
  // A copy: the bytes need not lie on a boundary of four.
  return bytes instanceof Uint8Array ? [...new Uint32Array(bytes.slice().buffer)] : []
}
