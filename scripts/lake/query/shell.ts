import type { StoredDocument } from '../document.ts'

/** The large fields of a document by name. */
export type LargeFields = Readonly<Record<string, unknown>>

/**
 * A document whose large fields are read when somebody looks at them. For everybody else it is like any other:
 * all fields are its own and can be listed.
 * @param head the document with `null` in the place of each large field
 * @param load reads the large fields
 */
export function shellOf(
  head: StoredDocument,
  largeFields: string[],
  load: () => LargeFields,
): StoredDocument {
  for (const name of largeFields) {
    Object.defineProperty(head, name, { enumerable: true, configurable: true, get: () => load()[name] })
  }
  return head
}

/** A copy with other values in some fields, and large fields still unread. */
export function shellWith(shell: StoredDocument, fields: Record<string, unknown>): StoredDocument {
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(shell))
  return Object.assign(copy, fields) as StoredDocument
}
