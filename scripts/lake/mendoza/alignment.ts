import { isDeepStrictEqual } from 'node:util'

/** A part of the array after, and where it comes from: an unchanged slice of the array before, one of its elements but changed, or nowhere. */
export type Stretch =
  | { kind: 'slice'; from: number; to: number }
  | { kind: 'changed'; from: number; after: unknown }
  | { kind: 'new'; after: unknown }

/**
 * How the array after comes from the array before, in the order of the array after. Elements are known again by
 * their `_key`, others by their whole value; one that is not stands for the element that was in its place, if
 * that one is gone. Takes time in proportion to both arrays.
 */
export function align(before: readonly unknown[], after: readonly unknown[]): Stretch[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && isDeepStrictEqual(before[start], after[start])) start += 1
  let rest = 0
  while (rest < shorter - start && isDeepStrictEqual(before.at(-1 - rest), after.at(-1 - rest))) rest += 1

  const stretches: Stretch[] = []
  append(stretches, 0, start)
  alignMiddle(stretches, before, after.slice(start, after.length - rest), [start, before.length - rest])
  append(stretches, before.length - rest, before.length)
  return stretches
}

function alignMiddle(
  stretches: Stretch[],
  before: readonly unknown[],
  middle: readonly unknown[],
  [start, end]: [number, number],
): void {
  const identitiesBefore = before.slice(start, end).map(identity)
  const identitiesAfter = middle.map(identity)
  const kept = new Set(identitiesAfter)
  // Of several the first, which the last entry given decides.
  const places = new Map(identitiesBefore.map((name, index) => [name, start + index] as const).toReversed())

  let next = start
  for (const [index, item] of middle.entries()) {
    const name = identitiesAfter[index] ?? ''
    const nextName = identitiesBefore[next - start]
    // The next one comes first, so that runs of equal elements stay together.
    const isNext = nextName !== undefined && (nextName === name || !(places.has(name) || kept.has(nextName)))
    const from = isNext ? next : places.get(name)
    if (from === undefined) {
      stretches.push({ kind: 'new', after: item })
      continue
    }
    if (isDeepStrictEqual(before[from], item)) append(stretches, from, from + 1)
    else stretches.push({ kind: 'changed', from, after: item })
    next = from + 1
  }
}

function append(stretches: Stretch[], from: number, to: number): void {
  if (from === to) return
  const last = stretches.at(-1)
  if (last?.kind === 'slice' && last.to === from) last.to = to
  else stretches.push({ kind: 'slice', from, to })
}

function identity(item: unknown): string {
  if (typeof item === 'object' && item !== null && '_key' in item && typeof item._key === 'string') {
    return `key ${item._key}`
  }
  return JSON.stringify(item)
}
