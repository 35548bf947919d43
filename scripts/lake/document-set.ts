import { publishedId, type StoredDocument, type Visibility } from './document.ts'
import type { Documents } from './evaluate.ts'
import type { Perspective } from './perspectives.ts'
import { ReferenceIndex } from './references.ts'
import type { Change } from './store.ts'
import { View } from './view.ts'

/** A view costs memory and time at every change; perspectives can be named at will. */
const maximumViews = 12

/** Every document of a dataset in memory, with its indexes and the views that have been asked for. */
export class DocumentSet {
  readonly references = new ReferenceIndex()
  readonly #dataset: string
  readonly #documents = new Map<string, StoredDocument>()
  readonly #versions = new Map<string, Set<string>>()
  readonly #views = new Map<string, View>()

  constructor(dataset: string, documents: Iterable<StoredDocument>) {
    this.#dataset = dataset
    for (const document of documents) this.#put(document._id, null, document)
  }

  get byId(): ReadonlyMap<string, StoredDocument> {
    return this.#documents
  }

  /** The published document, its draft and its other versions, as far as they exist. */
  versionsOf(id: string): StoredDocument[] {
    return [...(this.#versions.get(id) ?? [])]
      .map((version) => this.#documents.get(version))
      .filter((document) => document !== undefined)
  }

  apply(changes: Change[]): void {
    for (const { documentId, before, after } of changes) this.#put(documentId, before, after)
    const changed = changes.map((change) => change.documentId)
    for (const view of this.#views.values()) view.refresh(changed)
  }

  /** What a query in this perspective may see. */
  seenFrom(perspective: Perspective, visibility: Visibility): Documents {
    const view = this.#view(perspective, visibility)
    return {
      dataset: this.#dataset,
      all: () => view.all(),
      get: (id) => view.get(id),
      lookup: {
        byId: (ids) => sortedDocuments(ids, view),
        byType: (types) => (types.length === 1 ? view.ofType(types[0] ?? '') : view.ofTypes(types)),
        byReference: (ids) => {
          const referrers = ids.flatMap((id) => [...this.references.referrers(id)])
          return sortedDocuments(perspective.kind === 'raw' ? referrers : referrers.map(publishedId), view)
        },
      },
    }
  }

  #put(id: string, before: StoredDocument | null, after: StoredDocument | null): void {
    this.references.update(id, before, after)
    const versions = this.#versions.get(publishedId(id)) ?? new Set()
    if (after) {
      this.#documents.set(id, after)
      this.#versions.set(publishedId(id), versions.add(id))
    } else {
      this.#documents.delete(id)
      versions.delete(id)
      if (versions.size === 0) this.#versions.delete(publishedId(id))
    }
  }

  #view(perspective: Perspective, visibility: Visibility): View {
    const layers = perspective.kind === 'raw' ? 'raw' : perspective.layers.join(',')
    const key = `${visibility} ${layers}`
    const known = this.#views.get(key)
    if (known) return known
    const source = { documents: this.#documents, versions: (id: string) => this.#versions.get(id) ?? [] }
    const view = new View(source, perspective, visibility)
    const oldest = this.#views.keys().next().value
    if (this.#views.size >= maximumViews && oldest !== undefined) this.#views.delete(oldest)
    this.#views.set(key, view)
    return view
  }
}

function sortedDocuments(ids: string[], view: View): StoredDocument[] {
  return [...new Set(ids)]
    .sort()
    .map((id) => view.get(id))
    .filter((document) => document !== undefined)
}
