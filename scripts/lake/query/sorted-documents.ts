import type { StoredDocument } from '../document.ts'

/** Negative where `a` comes first. Never 0 for two documents with different ids. */
export type Order = (a: StoredDocument, b: StoredDocument) => number

export const byId: Order = (a, b) => (a._id < b._id ? -1 : a._id > b._id ? 1 : 0)

/** Documents in an order that is kept while they come, change and go, without sorting again. */
export class SortedDocuments {
  readonly #order: Order
  readonly #documents: StoredDocument[]

  /** @param documents in that order; the list is changed with them */
  constructor(documents: StoredDocument[], order: Order) {
    this.#order = order
    this.#documents = documents
  }

  /** Not to be changed by anybody, and valid until the next `add` or `remove`. */
  get list(): StoredDocument[] {
    return this.#documents
  }

  add(document: StoredDocument): void {
    this.#documents.splice(this.#place(document), 0, document)
  }

  /** @param document the very one that was added; its fields are not looked at, since they may be others by now */
  remove(document: StoredDocument): void {
    const place = this.#documents.indexOf(document)
    if (place >= 0) this.#documents.splice(place, 1)
  }

  /** Where a document would have to be. */
  #place(document: StoredDocument): number {
    let low = 0
    let high = this.#documents.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#documents[middle]
      if (other && this.#order(other, document) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
