import { extract } from '@sanity/mutator'
import type { PatchOperations } from './patch-operations.ts'

/** Names only: what a path with brackets or `..` leads to may be nothing. */
const plainPath = /^\w+(?:\.\w+)*$/

/**
 * Why a patch cannot count, as a sentence; undefined where it can.
 * @param document as the other operations of the patch leave it
 */
export function obstacleToCounting({ inc = {}, dec = {} }: PatchOperations, document: object) {
  const counted = [
    ...Object.keys(inc).map((path) => ['increment', path] as const),
    ...Object.keys(dec).map((path) => ['decrement', path] as const),
  ]
  for (const [doing, path] of counted) {
    if (!plainPath.test(path)) continue
    const [value] = extract(path, document)
    if (value === undefined) return `Cannot ${doing} "${path}" because it is not present`
    if (typeof value !== 'number') return `Cannot ${doing} "${path}" because it is not a number`
  }
  return undefined
}
