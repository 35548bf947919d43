import type { DatabaseSync } from 'node:sqlite'

/** Which outputs have read which fact: the way from what has changed to what must be looked at, and no further. */
export type Readings = {
  /** Ids of the outputs that have read one of the facts. */
  outputsOf(facts: Iterable<string>): Set<number>
  /** Notes that an output has read other facts than before; both are lists in JSON. Kept until `flush`. */
  change(output: number, before: string | undefined, after: string | undefined): void
  /** Writes what was noted, a row for each fact that was read by others than before. */
  flush(): void
}

/** One row for each fact, with the ids of its outputs as a block of 32-bit integers. */
export function openReadings(db: DatabaseSync): Readings {
  db.exec('create table if not exists reading (fact text primary key, outputs blob not null) without rowid')
  const read = db.prepare('select outputs from reading where fact = ?')
  const any = db.prepare('select 1 from reading limit 1')
  const write = db.prepare('insert or replace into reading (fact, outputs) values (?, ?)')
  const remove = db.prepare('delete from reading where fact = ?')
  const noted = new Map<string, { added: number[]; gone: number[] }>()

  const outputsOf = (fact: string) => {
    const bytes = read.get(fact)?.outputs
    if (!(bytes instanceof Uint8Array)) return []
    // A copy: the bytes need not lie on a boundary of four.
    return new Uint32Array(bytes.slice().buffer)
  }
  const noteOf = (fact: string) => {
    let note = noted.get(fact)
    if (!note) {
      note = { added: [], gone: [] }
      noted.set(fact, note)
    }
    return note
  }

  return {
    outputsOf(facts) {
      const found = new Set<number>()
      for (const fact of facts) for (const output of outputsOf(fact)) found.add(output)
      return found
    },
    change(output, before, after) {
      const [old, now] = [listed(before), listed(after)]
      const [wasRead, isRead] = [new Set(old), new Set(now)]
      for (const fact of now) if (!wasRead.has(fact)) noteOf(fact).added.push(output)
      for (const fact of old) if (!isRead.has(fact)) noteOf(fact).gone.push(output)
    },
    flush() {
      // The first time there are a hundred thousand facts, of which nothing is known.
      const isFirst = any.get() === undefined
      for (const [fact, { added, gone }] of noted) {
        const kept = isFirst ? [] : [...outputsOf(fact)].filter((output) => !gone.includes(output))
        const outputs = Uint32Array.from([...kept, ...added])
        if (outputs.length === 0) remove.run(fact)
        else write.run(fact, new Uint8Array(outputs.buffer))
      }
      noted.clear()
    },
  }
}

function listed(facts: string | undefined): string[] {
  return facts === undefined ? [] : JSON.parse(facts)
}
