import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { type Mirror, openMirror } from '../../src/cms/mirror.ts'
import { type StoredDocument, storedDocument } from '../../src/cms/parse-document.ts'

/** A mirror that is filled by hand, as a pull would. */
export type FilledMirror = {
  mirror: Mirror
  file: string
  /** One pull's changes. @returns ids of what became good */
  change(put: readonly object[], remove?: readonly string[]): string[]
  /** Closes the mirror and opens it again, with other code that parses if there is a name of it. */
  reopen(fingerprint?: string): Mirror
  /** Why documents are refused, by id. */
  problems(): Record<string, string[]>
}

/** A test that has an empty mirror of its own. */
export const test = base.extend<{ filled: FilledMirror }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  filled: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mirror-'))
    const file = join(folder, 'mirror.sqlite')
    const filled: FilledMirror = {
      mirror: openMirror(file, 'a lake', 'code'),
      file,
      change(put, remove = []) {
        const update = filled.mirror.begin()
        for (const document of put) update.put(storedDocument.parse(document))
        for (const id of remove) update.remove(id)
        return update.finish('2026-01-01T10:00:00Z').changed.sort()
      },
      reopen(fingerprint = 'code') {
        filled.mirror.close()
        filled.mirror = openMirror(file, 'a lake', fingerprint)
        return filled.mirror
      },
      problems: () => Object.fromEntries(filled.mirror.refusals().map(({ id, problems }) => [id, problems])),
    }
    await use(filled)
    filled.mirror.close()
    rmSync(folder, { recursive: true })
  },
})

let revisions = 0

/** A later revision of a document. */
export function revised(document: object, fields: object = {}): StoredDocument {
  return storedDocument.parse({ ...document, ...fields, _rev: `later-${revisions++}` })
}
