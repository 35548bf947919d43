import { extractWithPath } from '@sanity/mutator'
import type { PatchOperations } from './patch-operations.ts'

/**
 * A patch in steps, so that each finds the arrays as the one before leaves them. One step where no path has a range.
 * In the order in which the mutator does the operations of a patch.
 */
export function stepsOf(operations: PatchOperations): PatchOperations[] {
  if (!pathsOf(operations).some((path) => path.includes(':'))) return [operations]
  const { setIfMissing, set, unset, diffMatchPatch, inc = {}, dec = {}, insert } = operations
  return [
    ...(setIfMissing ? [{ setIfMissing }] : []),
    ...(set ? [{ set }] : []),
    ...(unset ? [{ unset }] : []),
    ...(diffMatchPatch ? [{ diffMatchPatch }] : []),
    // Two of these may lead to the same place.
    ...Object.entries(inc).map(([path, value]) => ({ inc: { [path]: value } })),
    ...Object.entries(dec).map(([path, value]) => ({ dec: { [path]: value } })),
    ...(insert ? [{ insert }] : []),
  ]
}

/**
 * A step with its ranges counted out for a document: `list[*].n` is `list[0].n`, `list[1].n`… The mutator does such a
 * path once for every pair of items, counts to the end of a range wherever its array ends, and fills arrays up to it.
 */
export function countOut(step: PatchOperations, document: object): PatchOperations[] {
  if (!pathsOf(step).some((path) => path.includes(':'))) return [step]
  const places = (path: string) => placesOf(path, document)
  const { set, setIfMissing, unset, insert, inc, dec, diffMatchPatch } = step
  if (insert) {
    const [place, path] = Object.entries(insert).find(([name]) => name !== 'items') ?? []
    if (place === undefined || typeof path !== 'string') return []
    return places(path).map((one) => ({ insert: { [place]: one, items: insert.items } }))
  }
  return [
    {
      ...(setIfMissing && { setIfMissing: atPlaces(setIfMissing, places) }),
      ...(set && { set: atPlaces(set, places) }),
      ...(unset && { unset: unset.flatMap(places) }),
      ...(diffMatchPatch && { diffMatchPatch: atPlaces(diffMatchPatch, places) }),
      ...(inc && { inc: atPlaces(inc, places) }),
      ...(dec && { dec: atPlaces(dec, places) }),
    },
  ]
}

function pathsOf({ unset = [], insert, ...byPath }: PatchOperations): string[] {
  const { set, setIfMissing, inc, dec, diffMatchPatch } = byPath
  return [
    ...[set, setIfMissing, inc, dec, diffMatchPatch].flatMap((operation) => Object.keys(operation ?? {})),
    ...unset,
    ...[insert?.before, insert?.after, insert?.replace].filter((path) => path !== undefined),
  ]
}

function atPlaces<Value>(
  operation: Record<string, Value>,
  places: (path: string) => string[],
): Record<string, Value> {
  const entries = Object.entries(operation)
  return Object.fromEntries(entries.flatMap(([path, value]) => places(path).map((place) => [place, value])))
}

/** What is before the first range, what its brackets hold, what comes after it. Others hold quoted names and filters. */
const firstRange =
  /^((?:[^[]|\[(?![\s\d,-]*:)(?:[^[\]"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*\])*?)\[([\s\d,-]*:[\s\d,:-]*)\](.*)$/s

/** Indexes at the end of a path stay together, since they stand for one place among the items. */
function placesOf(path: string, document: object): string[] {
  const [, before, ranges, after = ''] = firstRange.exec(path) ?? []
  if (before === undefined || ranges === undefined) return [path]
  return extractWithPath(before, document).flatMap(({ path: names, value }) => {
    if (!Array.isArray(value)) return []
    const array = names.map(segment).join('')
    const indexes = [...new Set(ranges.split(',').flatMap((range) => indexesOf(range, value)))]
    if (indexes.length === 0) return []
    if (after === '') return [`${array}[${indexes.join()}]`]
    return indexes.flatMap((index) => placesOf(`${array}[${index}]${after}`, document))
  })
}

/** @param range as `1:3`, `:-1` or `5` */
function indexesOf(range: string, array: unknown[]): number[] {
  const [start = '', end] = range.split(':').map((text) => text.trim())
  const first = indexIn(array, start, 0)
  const last = end === undefined ? first + 1 : indexIn(array, end, array.length)
  return Array.from(
    { length: Math.max(0, Math.min(last, array.length) - first) },
    (_, index) => first + index,
  )
}

function indexIn(array: unknown[], text: string, missing: number): number {
  const index = text === '' ? missing : Number(text)
  return Math.max(0, Math.min(array.length, index < 0 ? array.length + index : index))
}

function segment(name: unknown, place: number): string {
  if (typeof name === 'number') return `[${name}]`
  const text = String(name)
  if (/^[A-Za-z_]\w*$/.test(text)) return place === 0 ? text : `.${text}`
  return `['${text.replaceAll(/[\\']/g, '\\$&')}']`
}
