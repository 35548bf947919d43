import type { StoredDocument } from '../document.ts'
import { byId, type Order } from './sorted-documents.ts'

/** One argument of GROQ's `order()`: a field of the document. */
export type SortKey = { field: string; descending: boolean }

/**
 * The order that GROQ gives: numbers, then strings, then booleans, then everything else; equals stay in the order of ids.
 */
export function orderBy(keys: SortKey[]): Order {
  return (a, b) => {
    for (const { field, descending } of keys) {
      const result = compare(fieldOf(a, field), fieldOf(b, field))
      if (result !== 0) return descending ? -result : result
    }
    return byId(a, b)
  }
}

function fieldOf(document: StoredDocument, field: string): unknown {
  return Object.hasOwn(document, field) ? document[field] : undefined
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
