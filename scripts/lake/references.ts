import type { StoredDocument } from './document.ts'

type Found = { id: string; strong: boolean }

/** Every reference in a document to another one of the same dataset. */
export function referencesOf(document: StoredDocument): Found[] {
  const found: Found[] = []
  collect(document, found)
  return found
}

export function strongReferencesOf(document: StoredDocument): Set<string> {
  return new Set(
    referencesOf(document)
      .filter((reference) => reference.strong)
      .map((reference) => reference.id),
  )
}

function collect(value: unknown, found: Found[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
  } else if (typeof value === 'object' && value !== null) {
    if ('_ref' in value && typeof value._ref === 'string' && isLocal(value, value._ref)) {
      found.push({ id: value._ref, strong: !('_weak' in value && value._weak === true) })
    }
    for (const item of Object.values(value)) collect(item, found)
  }
}

/** References into other datasets and media libraries (`dataset:…`) are nobody's business here. */
function isLocal(reference: object, id: string): boolean {
  return !('_dataset' in reference) && !id.includes(':')
}

/** Who refers to whom, kept up to date document by document. */
export class ReferenceIndex {
  readonly #referrers = new Map<string, Set<string>>()

  update(id: string, before: StoredDocument | null, after: StoredDocument | null): void {
    if (before) for (const reference of referencesOf(before)) this.#referrers.get(reference.id)?.delete(id)
    if (after) for (const reference of referencesOf(after)) this.#add(reference.id, id)
  }

  /** Ids of the documents with a reference, weak or strong, to this one. */
  referrers(id: string): ReadonlySet<string> {
    return this.#referrers.get(id) ?? new Set()
  }

  #add(target: string, source: string): void {
    const sources = this.#referrers.get(target)
    if (sources) sources.add(source)
    else this.#referrers.set(target, new Set([source]))
  }
}
