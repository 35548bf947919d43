import type { DatabaseSync } from 'node:sqlite'
import { Failure } from '../failure.ts'
import { type Change, changesIn, type Position } from './mirror/change-log.ts'
import { type Documents, documentsIn, idBySlugIn, idsIn } from './mirror/documents.ts'
import { headCacheFor } from './mirror/head-cache.ts'
import { openForReading, openForWriting } from './mirror/open.ts'
import { refusalsIn } from './mirror/refusals.ts'
import { beginUpdate, type MirrorUpdate } from './mirror/update.ts'
import type { Refusal } from './refusal.ts'
import { schemaFingerprint } from './schema-fingerprint.ts'

/** The last good version of everything published, and what is wrong with newer ones, in one SQLite file. */
export type Mirror = Documents & {
  /** Of all good documents, in their order. */
  ids(): string[]
  /** Of the good document of a type that has a slug. */
  idBySlug(type: string, slug: string): string | undefined
  position(): Position
  /**
   * Everything that has changed or gone since, each once; undefined where the log does not reach back so far: then
   * everything has to be compared.
   */
  changesSince(position: Position): Change[] | undefined
  /** Whatever is read until that is done is of one moment, whoever pulls into the same mirror meanwhile. */
  atOneMoment<T>(read: () => Promise<T>): Promise<T>
  /** When the lake was last asked, by its own clock; undefined: never with success. */
  pulledAt(): string | undefined
  /** What cannot be shown, by type and id; each document once. */
  refusals(): Refusal[]
  /** Begins the changes of one pull. @throws SQLite's error 5 (busy) where another program has begun some */
  begin(): MirrorUpdate
  close(): void
}

/**
 * Opens the mirror, or begins a new one where there is none or where it holds another source's documents.
 * @param source which project and dataset it mirrors
 * @param fingerprint names the code that parses documents
 */
export function openMirror(file: string, source: string, fingerprint = schemaFingerprint()): Mirror {
  const writer = openForWriting(file, source, fingerprint)
  // What an update has changed is visible to the connection that writes before it is finished.
  const reader = openForReading(file)
  const { position, since } = changesIn(reader)
  // Edits come anywhere in an archive, and show what lies anywhere in it.
  const cache = headCacheFor(reader, { capacity: 30_000 })
  let readings = 0
  return {
    ...documentsIn(reader, cache),
    ids: idsIn(reader),
    idBySlug: idBySlugIn(reader),
    position,
    changesSince: since,
    async atOneMoment(read) {
      if (readings++ === 0) reader.exec('begin')
      try {
        return await read()
      } finally {
        if (--readings === 0) reader.exec('commit')
      }
    },
    pulledAt: pulledAtIn(reader),
    refusals: refusalsIn(reader),
    begin: () => beginUpdate(writer, cache.refresh),
    close() {
      reader.close()
      writer.close()
    },
  }
}

/**
 * A further connection for a worker thread, which sees the mirror as it is now for as long as it is open.
 * @param at the state that it should see
 * @throws Failure where the mirror has gone on since
 */
export function openMirrorForReading(file: string, at?: Position): Documents & { close(): void } {
  const reader = openForReading(file)
  reader.exec('begin')
  const { name, sequence } = changesIn(reader).position()
  if (at && (at.name !== name || at.sequence !== sequence)) {
    reader.close()
    throw new Failure(
      'The site could not be made: another program has just pulled into the same cache folder.',
      'Nothing was changed. Try again.',
    )
  }
  // There are several at once, and each makes pages of one time, which show documents of one time.
  const cache = headCacheFor(reader, { capacity: 4000, isFixed: true })
  return { ...documentsIn(reader, cache), close: () => reader.close() }
}

function pulledAtIn(db: DatabaseSync): () => string | undefined {
  const state = db.prepare('select lake_time from state')
  return () => String(state.get()?.lake_time ?? '') || undefined
}
