import { isVisible, layer, publishedId, type StoredDocument, type Visibility } from './document.ts'
import type { Perspective } from './perspectives.ts'

/** All documents of a dataset, and which of them are versions of one another. */
export type DocumentSource = {
  documents: ReadonlyMap<string, StoredDocument>
  /** Ids of the versions of a document, its published one included. */
  versions(publishedId: string): Iterable<string>
}

/** A dataset as one perspective shows it, brought up to date change by change. */
export class View {
  readonly #source: DocumentSource
  readonly #perspective: Perspective
  readonly #visibility: Visibility
  readonly #shown = new Map<string, StoredDocument>()
  #sorted: StoredDocument[] | undefined
  #byType: Map<string, StoredDocument[]> | undefined

  constructor(source: DocumentSource, perspective: Perspective, visibility: Visibility) {
    this.#source = source
    this.#perspective = perspective
    this.#visibility = visibility
    this.refresh(source.documents.keys())
  }

  get(id: string): StoredDocument | undefined {
    return this.#shown.get(id)
  }

  /** Sorted by id, so that a restart changes no order. */
  all(): StoredDocument[] {
    this.#sorted ??= [...this.#shown.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
    return this.#sorted
  }

  ofType(type: string): StoredDocument[] {
    this.#byType ??= Map.groupBy(this.all(), (document) => document._type)
    return this.#byType.get(type) ?? []
  }

  ofTypes(types: string[]): StoredDocument[] {
    return this.all().filter((document) => types.includes(document._type))
  }

  refresh(changed: Iterable<string>): void {
    for (const id of changed) {
      const key = this.#perspective.kind === 'raw' ? id : publishedId(id)
      const document = this.#resolve(key)
      if (document) this.#shown.set(key, document)
      else this.#shown.delete(key)
    }
    this.#sorted = undefined
    this.#byType = undefined
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
    return { ...document, _id: key, _originalId: document._id }
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
