import type { Change } from './commit.ts'
import type { StoredDocument } from './document.ts'
import { encodePatch } from './mendoza/encode.ts'
import type { MendozaPatch } from './mendoza/patch-draft.ts'

/** How to come from the state before a change to the state after it, and back. Revisions are not part of it. */
export function effectsOf({ before, after }: Pick<Change, 'before' | 'after'>): {
  apply: MendozaPatch
  revert: MendozaPatch
} {
  const [from, to] = [withoutRevision(before), withoutRevision(after)]
  return { apply: encodePatch(from, to), revert: encodePatch(to, from) }
}

function withoutRevision(document: StoredDocument | null): Omit<StoredDocument, '_rev'> | null {
  if (!document) return null
  const { _rev, ...content } = document
  return content
}
