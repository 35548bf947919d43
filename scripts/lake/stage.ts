import { publishedId, type StoredDocument } from './document.ts'
import type { Change } from './store.ts'

/** A transaction being worked out: what was stored, overlaid with what it has done so far. */
export class Stage {
  readonly #stored: ReadonlyMap<string, StoredDocument>
  readonly #staged = new Map<string, { after: StoredDocument | null; mutations: object[] }>()

  constructor(stored: ReadonlyMap<string, StoredDocument>) {
    this.#stored = stored
  }

  get(id: string): StoredDocument | undefined {
    const staged = this.#staged.get(id)
    return staged ? (staged.after ?? undefined) : this.#stored.get(id)
  }

  /** The document as it was before the transaction. */
  stored(id: string): StoredDocument | undefined {
    return this.#stored.get(id)
  }

  /** Ids of the published document, its draft and its other versions, as far as the transaction leaves them there. */
  versionsOf(id: string): string[] {
    const ids = new Set([...this.#stored.keys(), ...this.#staged.keys()])
    return [...ids].filter((version) => publishedId(version) === id && this.get(version) !== undefined)
  }

  /** Every document as the transaction leaves it so far. */
  all(): StoredDocument[] {
    const ids = new Set([...this.#stored.keys(), ...this.#staged.keys()])
    return [...ids].map((id) => this.get(id)).filter((document) => document !== undefined)
  }

  /** @param mutation what a listener has to apply to come from the state before to `after` */
  write(id: string, after: StoredDocument | null, mutation: object): void {
    const mutations = this.#staged.get(id)?.mutations ?? []
    this.#staged.set(id, { after, mutations: [...mutations, mutation] })
  }

  /** One change for each document touched, without those that came and went in the same transaction. */
  changes(): Change[] {
    return [...this.#staged]
      .map(([documentId, { after, mutations }]) => ({
        documentId,
        before: this.#stored.get(documentId) ?? null,
        after,
        mutations,
      }))
      .filter(({ before, after }) => before || after)
  }
}
