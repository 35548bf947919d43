import type { StoredDocument } from '../document.ts'

/** A document on disk: what lists and filters look at, apart from what takes room. All three are JSON. */
export type DocumentParts = {
  /** The whole document, with `null` in the place of each large field. */
  head: string
  /** The large fields with their values; null where there are none. */
  large: string | null
  /** Names of the large fields; null where there are none. */
  largeFields: string | null
}

/** In characters of JSON. Titles, dates, references and excerpts stay in the head; texts and palettes do not. */
const largeFrom = 500

export function splitDocument(document: StoredDocument): DocumentParts {
  const large = Object.entries(document).filter(
    ([name, value]) =>
      isContainer(value) && !name.startsWith('_') && JSON.stringify(value).length > largeFrom,
  )
  if (large.length === 0) return { head: JSON.stringify(document), large: null, largeFields: null }
  const blanks = Object.fromEntries(large.map(([name]) => [name, null]))
  return {
    head: JSON.stringify({ ...document, ...blanks }),
    large: JSON.stringify(Object.fromEntries(large)),
    largeFields: JSON.stringify(large.map(([name]) => name)),
  }
}

export function joinDocument({ head, large }: Pick<DocumentParts, 'head' | 'large'>): StoredDocument {
  return large === null ? JSON.parse(head) : { ...JSON.parse(head), ...JSON.parse(large) }
}

/** Long strings count as well: an article's HTML would be one. */
function isContainer(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
}
