import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { atomically } from '../../../src/atomically.ts'

/** How much of the past is kept. What is left out has no limit. */
export type HistoryLimits = { maximumAgeDays?: number; maximumMegabytes?: number }

const day = 24 * 60 * 60 * 1000
const megabyte = 1024 * 1024

/** What is cut off when the limit of size is passed is more than the excess, so that it is not done at each write. */
const shrinkTo = 0.9

/**
 * Forgets the oldest transactions until the limits hold. Documents stay as they are; the newest transaction
 * always stays, since those who read the database tell by it what is new.
 */
export function limitHistory(database: DatabaseSync, limits: HistoryLimits): void {
  const { maximumAgeDays, maximumMegabytes } = limits
  if (maximumAgeDays !== undefined) {
    const since = new Date(Date.now() - maximumAgeDays * day).toISOString()
    forget(database, firstSince(database, since))
  }
  if (maximumMegabytes !== undefined) {
    const limit = maximumMegabytes * megabyte
    if (sizeOfHistory(database) > limit) forget(database, firstWithin(database, limit * shrinkTo))
  }
}

const sequenceRow = z.object({ sequence: z.number().nullable() })

function firstSince(database: DatabaseSync, timestamp: string): number | null {
  const oldest = database.prepare('select min(sequence) as sequence from transactions where timestamp >= ?')
  const newest = database.prepare('select max(sequence) as sequence from transactions')
  return sequenceRow.parse(oldest.get(timestamp)).sequence ?? sequenceRow.parse(newest.get()).sequence
}

const sizeOfChange = 'sum(length(revert) + length(mutations))'

/** In characters of what was kept, indexes and pages aside. */
function sizeOfHistory(database: DatabaseSync): number {
  const row = database.prepare(`select ${sizeOfChange} as size from changes`).get()
  return z.object({ size: z.number().nullable() }).parse(row).size ?? 0
}

/** The oldest transaction that can stay when everything newer takes this much. */
function firstWithin(database: DatabaseSync, limit: number): number | null {
  const rows = database
    .prepare(`select sequence, ${sizeOfChange} as size from changes group by sequence order by sequence desc`)
    .iterate()
  let kept: number | null = null
  let size = 0
  for (const row of rows) {
    const transaction = z.object({ sequence: z.number(), size: z.number() }).parse(row)
    size += transaction.size
    if (kept !== null && size > limit) break
    kept = transaction.sequence
  }
  return kept
}

function forget(database: DatabaseSync, before: number | null): void {
  if (before === null) return
  atomically(database, () => {
    database.prepare('delete from changes where sequence < ?').run(before)
    database.prepare('delete from transactions where sequence < ?').run(before)
  })
}
