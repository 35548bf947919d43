import { isVisible, layer, publishedId, type StoredDocument, type Visibility } from '../document.ts'
import type { Perspective } from '../perspectives.ts'
import { withSystemFields } from './shell.ts'
import { orderBy, type SortKey, sortBy } from './sort-key.ts'
import { byId, type Order, SortedDocuments } from './sorted-documents.ts'

/** Does what takes long once, and serves many queries. */
export type Prepare = <Value>(work: () => Value) => Value

/** All documents of a dataset, and which of them are versions of one another. */
export type DocumentSource = {
  documents: ReadonlyMap<string, StoredDocument>
  /** Ids of the versions of a document, its published one included. */
  versions(publishedId: string): Iterable<string>
  prepare: Prepare
}

/** Orders that are kept up to date; each costs time at every change. */
const maximumOrders = 16
/** With more changes at once than this, indexes are made anew when they are next needed. */
const manyChanges = 1000

/** A dataset as one perspective shows it, brought up to date change by change. */
export class View {
  readonly #source: DocumentSource
  readonly #perspective: Perspective
  readonly #visibility: Visibility
  readonly #shown = new Map<string, StoredDocument>()
  #all: SortedDocuments | undefined
  readonly #types = new Map<string, SortedDocuments>()
  readonly #orders = new Map<string, { types: string[]; documents: SortedDocuments }>()

  constructor(source: DocumentSource, perspective: Perspective, visibility: Visibility) {
    this.#source = source
    this.#perspective = perspective
    this.#visibility = visibility
    for (const id of source.documents.keys()) this.#show(this.#keyOf(id))
  }

  get(id: string): StoredDocument | undefined {
    return this.#shown.get(id)
  }

  /** Sorted by id, so that a restart changes no order. */
  all(): StoredDocument[] {
    this.#all ??= this.#sorted(byId, () => [...this.#shown.values()].sort(byId))
    return this.#all.list
  }

  ofTypes(types: string[]): StoredDocument[] {
    const [first, ...others] = types
    if (first !== undefined && others.length === 0) return this.#ofType(first)
    return this.all().filter(({ _type }) => types.includes(_type))
  }

  /** Documents of some types as GROQ's `order()` puts them. */
  ordered(types: string[], keys: SortKey[]): StoredDocument[] {
    const name = JSON.stringify([types, keys])
    const known = this.#orders.get(name)
    if (known) return known.documents.list
    const documents = this.#sorted(orderBy(keys), () => sortBy(this.ofTypes(types), keys))
    const oldest = this.#orders.keys().next().value
    if (this.#orders.size >= maximumOrders && oldest !== undefined) this.#orders.delete(oldest)
    this.#orders.set(name, { types, documents })
    return documents.list
  }

  #ofType(type: string): StoredDocument[] {
    const known = this.#types.get(type)
    if (known) return known.list
    const documents = this.#sorted(byId, () => this.all().filter(({ _type }) => _type === type))
    this.#types.set(type, documents)
    return documents.list
  }

  #sorted(order: Order, sort: () => StoredDocument[]): SortedDocuments {
    return this.#source.prepare(() => new SortedDocuments(sort(), order))
  }

  /** The key under which a document is shown: in a stack, all versions share one. */
  #keyOf(id: string): string {
    return this.#perspective.kind === 'raw' ? id : publishedId(id)
  }

  refresh(changed: Set<string>): void {
    if (changed.size > manyChanges) {
      this.#all = undefined
      this.#types.clear()
      this.#orders.clear()
    }
    const keys = new Set([...changed].map((id) => this.#keyOf(id)))
    // All go before the first one comes: nothing is compared with a document whose fields cannot be read any more.
    for (const key of keys) {
      const before = this.#shown.get(key)
      if (before) for (const index of this.#indexesOf(before._type)) index.remove(before)
    }
    for (const key of keys) {
      const after = this.#show(key)
      if (after) for (const index of this.#indexesOf(after._type)) index.add(after)
    }
  }

  #indexesOf(type: string): SortedDocuments[] {
    const orders = [...this.#orders.values()].filter((order) => order.types.includes(type))
    const indexes = [this.#all, this.#types.get(type), ...orders.map(({ documents }) => documents)]
    return indexes.filter((index) => index !== undefined)
  }

  #show(key: string): StoredDocument | undefined {
    const document = this.#resolve(key)
    if (document) this.#shown.set(key, document)
    else this.#shown.delete(key)
    return document
  }

  #resolve(key: string): StoredDocument | undefined {
    if (this.#perspective.kind === 'raw') return this.#visible(key)
    const { layers } = this.#perspective
    if (layers.length === 1) return this.#visible(key)
    const best = [...this.#source.versions(key)]
      .filter((id) => this.#visible(id) && layers.includes(layer(id)))
      .sort((a, b) => layers.indexOf(layer(a)) - layers.indexOf(layer(b)))[0]
    const document = best === undefined ? undefined : this.#visible(best)
    if (!document || isUnpublishing(document)) return undefined
    return withSystemFields(document, { _id: key, _originalId: document._id })
  }

  #visible(id: string): StoredDocument | undefined {
    return isVisible(id, this.#visibility) ? this.#source.documents.get(id) : undefined
  }
}

/** A version that stands for the intention to take the document off the site. */
function isUnpublishing(document: StoredDocument): boolean {
  const system = document._system
  return typeof system === 'object' && system !== null && 'delete' in system && system.delete === true
}
