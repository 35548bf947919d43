import { createHash } from 'node:crypto'

/** Chance that repeats itself: the same seed gives the same row of numbers, on every machine. */
export class Random {
  readonly #state: Uint32Array

  constructor(seed: string) {
    const digest = createHash('sha256').update(seed).digest()
    this.#state = Uint32Array.from([0, 4, 8, 12], (offset) => digest.readUInt32LE(offset))
  }

  /** From 0 to under 1: the generator xoshiro128** of Blackman and Vigna. */
  number(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const c2 = c ^ a
    const d2 = d ^ b
    this.#state.set([a ^ d2, b ^ c2, c2 ^ (b << 9), rotate(d2, 11)])
    return result / 2 ** 32
  }

  /** A whole number; both ends can come. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.number() * (to - from + 1))
  }

  happens(probability: number): boolean {
    return this.number() < probability
  }

  pick<Value>(list: readonly Value[]): Value {
    return at(list, Math.floor(this.number() * list.length))
  }

  /** The place of something in a list whose first entries are the common ones, as words and topics are (Zipf’s law). */
  rank(length: number): number {
    return Math.min(length, Math.floor((length + 1) ** this.number())) - 1
  }

  hexadecimal(length: number): string {
    let digits = ''
    while (digits.length < length) digits += this.integer(0, 0xffffff).toString(16).padStart(6, '0')
    return digits.slice(0, length)
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

function at<Value>(list: readonly Value[], index: number): Value {
  const value = list[index]
  if (value === undefined) throw new RangeError(`Nothing at ${index} in a list of ${list.length}.`)
  return value
}
