/** Numbers that look random and are the same for the same seed, so that a failure can be repeated. */
export type RandomSource = {
  /** From 0 up to 1. */
  (): number
  /** A whole number from 0 up to, and without, the limit. */
  below(limit: number): number
  pick<Value>(values: readonly Value[]): Value
}

/** The generator known as mulberry32. */
export function randomSource(seed: number): RandomSource {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return Object.assign(next, {
    below,
    pick: <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value,
  })
}
