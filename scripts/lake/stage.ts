import type { Change } from './commit.ts'
import { publishedId, type StoredDocument } from './document.ts'

/** The documents as they were before a transaction. */
export type Stored = {
  get(id: string): StoredDocument | undefined
  /** Ids of the published document, its draft and its other versions, as far as they exist. */
  versionsOf(publishedId: string): string[]
}

/** A transaction being worked out: what was stored, overlaid with what it has done so far. */
export class Stage {
  readonly #source: Stored
  readonly #read = new Map<string, StoredDocument | undefined>()
  readonly #staged = new Map<string, { after: StoredDocument | null; mutations: object[] }>()

  constructor(source: Stored) {
    this.#source = source
  }

  get(id: string): StoredDocument | undefined {
    const staged = this.#staged.get(id)
    return staged ? (staged.after ?? undefined) : this.stored(id)
  }

  /** The document as it was before the transaction. */
  stored(id: string): StoredDocument | undefined {
    if (!this.#read.has(id)) this.#read.set(id, this.#source.get(id))
    return this.#read.get(id)
  }

  /** Ids of the published document, its draft and its other versions, as far as the transaction leaves them there. */
  versionsOf(id: string): string[] {
    const staged = [...this.#staged.keys()].filter((version) => publishedId(version) === id)
    const ids = new Set([...this.#source.versionsOf(id), ...staged])
    return [...ids].filter((version) => this.get(version) !== undefined)
  }

  /** What it has written so far; null for what it has deleted. */
  written(): [id: string, document: StoredDocument | null][] {
    return [...this.#staged].map(([id, { after }]) => [id, after])
  }

  /** @param mutations what a listener has to apply to come from the state before to `after` */
  write(id: string, after: StoredDocument | null, ...mutations: object[]): void {
    const all = this.#staged.get(id)?.mutations ?? []
    all.push(...mutations)
    this.#staged.set(id, { after, mutations: all })
  }

  /** One change for each document touched, without those that came and went in the same transaction. */
  changes(): Change[] {
    return [...this.#staged]
      .map(([documentId, { after, mutations }]) => ({
        documentId,
        before: this.stored(documentId) ?? null,
        after,
        mutations,
      }))
      .filter(({ before, after }) => before || after)
  }
}
