import type { StoredDocument } from '../document.ts'
import { byId, type Order } from './sorted-documents.ts'

/** One argument of GROQ's `order()`: a field of the document, or `dateTime()` of one. */
export type SortKey = { field: string; descending: boolean; isDate: boolean }

/**
 * The order that GROQ gives: dates, numbers, strings, then booleans, then everything else; equals stay in the order of ids.
 */
export function orderBy(keys: SortKey[]): Order {
  return (a, b) => compareBy(keys, sortable(a, keys), sortable(b, keys))
}

/** Documents in that order; of each one the fields are read once. */
export function sortBy(documents: StoredDocument[], keys: SortKey[]): StoredDocument[] {
  return documents
    .map((document) => sortable(document, keys))
    .sort((a, b) => compareBy(keys, a, b))
    .map(({ document }) => document)
}

type Sortable = { document: StoredDocument; values: unknown[] }

function sortable(document: StoredDocument, keys: SortKey[]): Sortable {
  const values = keys.map(({ field, isDate }) => {
    const value = fieldOf(document, field)
    return isDate ? dateOf(value) : value
  })
  return { document, values }
}

function compareBy(keys: SortKey[], a: Sortable, b: Sortable): number {
  for (const [index, { descending }] of keys.entries()) {
    const result = compare(a.values[index], b.values[index])
    if (result !== 0) return descending ? -result : result
  }
  return byId(a.document, b.document)
}

function fieldOf(document: StoredDocument, field: string): unknown {
  return Object.hasOwn(document, field) ? document[field] : undefined
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/

/** What GROQ's `dateTime()` accepts, in milliseconds; null for anything else. */
function dateOf(value: unknown): number | null {
  if (typeof value !== 'string' || !rfc3339.test(value)) return null
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : time
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  return rank(a) - rank(b)
}

function rank(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return 1
    case 'string':
      return 2
    case 'boolean':
      return 3
    default:
      return 100
  }
}
