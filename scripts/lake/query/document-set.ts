import { publishedId, type StoredDocument, type Visibility } from '../document.ts'
import type { Perspective } from '../perspectives.ts'
import type { Documents } from './documents.ts'
import { type Prepare, View } from './view.ts'

/** A view costs memory, and time at every change; perspectives can be named at will. */
const maximumViews = 4

export type SetOptions = {
  /** Ids of the documents that refer to one. */
  referrers: (id: string) => string[]
  prepare?: Prepare
}

/** Every document of a dataset, and the views that have been asked for. */
export class DocumentSet {
  readonly #dataset: string
  readonly #documents = new Map<string, StoredDocument>()
  readonly #versions = new Map<string, Set<string>>()
  readonly #views = new Map<string, View>()
  readonly #referrers: SetOptions['referrers']
  readonly #prepare: Prepare

  constructor(
    dataset: string,
    documents: Iterable<StoredDocument>,
    { referrers, prepare = (work) => work() }: SetOptions,
  ) {
    this.#dataset = dataset
    this.#referrers = referrers
    this.#prepare = prepare
    for (const document of documents) this.#put(document._id, document)
  }

  get(id: string): StoredDocument | undefined {
    return this.#documents.get(id)
  }

  /** @param changes documents by id as they are now; undefined for those that are gone */
  apply(changes: Iterable<readonly [id: string, document: StoredDocument | undefined]>): void {
    const changed = new Set<string>()
    for (const [id, document] of changes) {
      this.#put(id, document)
      changed.add(id)
    }
    for (const view of this.#views.values()) view.refresh(changed)
  }

  /** What a query in this perspective may see. */
  seenFrom(perspective: Perspective, visibility: Visibility): Documents {
    const view = this.#view(perspective, visibility)
    const shown = (ids: string[]) => {
      const keys = perspective.kind === 'raw' ? ids : ids.map(publishedId)
      return [...new Set(keys)]
        .sort()
        .map((id) => view.get(id))
        .filter((document) => document !== undefined)
    }
    return {
      dataset: this.#dataset,
      all: () => view.all(),
      get: (id) => view.get(id),
      ofTypes: (types) => view.ofTypes(types),
      ordered: (types, keys) => view.ordered(types, keys),
      referringTo: (ids) => {
        const referrers = new Set(ids.flatMap((id) => this.#referrers(id)))
        // The draft that is shown in place of a published document may have other references.
        return shown([...referrers]).filter((document) => referrers.has(originalId(document)))
      },
      versionsOf: (ids) => {
        const groups = ids.flatMap((id) => [id, publishedId(id)])
        return shown(groups.flatMap((id) => [...(this.#versions.get(id) ?? [])]))
      },
    }
  }

  #put(id: string, document: StoredDocument | undefined): void {
    const versions = this.#versions.get(publishedId(id)) ?? new Set()
    if (document) {
      this.#documents.set(id, document)
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
    const source = {
      documents: this.#documents,
      versions: (id: string) => this.#versions.get(id) ?? [],
      prepare: this.#prepare,
    }
    const view = this.#prepare(() => new View(source, perspective, visibility))
    const oldest = this.#views.keys().next().value
    if (this.#views.size >= maximumViews && oldest !== undefined) this.#views.delete(oldest)
    this.#views.set(key, view)
    return view
  }
}

/** The id under which a document is kept, whatever a perspective shows it as. */
function originalId({ _id, _originalId }: StoredDocument): string {
  return typeof _originalId === 'string' ? _originalId : _id
}
