import type { StoredDocument } from './document.ts'
import type { Change } from './store.ts'

/** A patch in Mendoza's notation that pushes a whole value: valid, if not the shortest. */
type Effect = [0, Omit<StoredDocument, '_rev'> | null]

/** How to come from the state before a change to the state after it, and back. Revisions are not part of it. */
export function effectsOf({ before, after }: Pick<Change, 'before' | 'after'>): {
  apply: Effect
  revert: Effect
} {
  return { apply: [0, withoutRevision(after)], revert: [0, withoutRevision(before)] }
}

function withoutRevision(document: StoredDocument | null): Omit<StoredDocument, '_rev'> | null {
  if (!document) return null
  const { _rev, ...content } = document
  return content
}
