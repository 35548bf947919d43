import { type RandomSource, randomSource } from './random.ts'

/** Values and edits to values that are the same for the same seed. */
export class RandomJson {
  readonly #random: RandomSource

  constructor(seed: number) {
    this.#random = randomSource(seed)
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return this.#random.below(limit)
  }

  value(depth: number): unknown {
    const kind = this.below(depth > 0 ? 10 : 4)
    if (kind === 0) return this.#random.pick([null, true, false, 0, -1.5, 1e21])
    if (kind <= 3) return this.text()
    if (kind <= 6) return this.list(() => this.value(depth - 1))
    if (kind === 7) return this.list(() => ({ _key: `${this.below(12)}`, ...this.object(depth - 1) }))
    return this.object(depth - 1)
  }

  /** The value with one thing changed somewhere in it. */
  edited(value: unknown): unknown {
    if (this.below(12) === 0) return this.value(2)
    if (typeof value === 'string') return this.#spliced([...value], () => this.text()).join('')
    if (Array.isArray(value)) return this.#editedArray(value)
    if (typeof value === 'object' && value !== null) return this.#editedObject(value)
    return this.value(1)
  }

  text(): string {
    return this.list(() => this.#random.pick(words)).join(this.#random.pick([' ', '']))
  }

  object(depth: number): object {
    return Object.fromEntries(this.list(() => [this.#random.pick(keys), this.value(depth)] as const))
  }

  list<Item>(item: () => Item): Item[] {
    return Array.from({ length: this.below(7) }, item)
  }

  #editedArray(items: unknown[]): unknown[] {
    const at = this.below(items.length)
    if (this.below(3) > 0) return items.map((item, index) => (index === at ? this.edited(item) : item))
    if (this.below(2) > 0) return this.#spliced(items, () => this.value(2))
    return this.#spliced(items.toSpliced(at, 1), () => items[at] ?? null)
  }

  #editedObject(object: object): object {
    const fields = Object.entries(object)
    const at = this.below(fields.length)
    if (this.below(3) === 0) {
      return Object.fromEntries(this.#spliced(fields, () => [this.#random.pick(keys), this.value(2)]))
    }
    return Object.fromEntries(
      fields.map(([key, item], index) => [key, index === at ? this.edited(item) : item]),
    )
  }

  #spliced<Item>(items: Item[], item: () => Item): Item[] {
    const at = this.below(items.length + 1)
    return items.toSpliced(at, this.below(3), ...Array.from({ length: this.below(3) }, item))
  }
}

const words = [
  'a',
  'bc',
  'recap',
  'née',
  '漢字',
  '😀',
  '😁',
  '\u{1fa00}',
  '👩‍💻',
  '"',
  '\\',
  '\n',
  '\u0000',
  '\ud83d',
  '\ude00',
] as const

const keys = [
  '_id',
  '_type',
  'title',
  'aVeryLongName',
  'body',
  '2',
  '10',
  '',
  'né',
  '😀',
  '\ud83d',
  'length',
].concat('constructor', 'toString', 'hasOwnProperty', '__proto__') as [string, ...string[]]
