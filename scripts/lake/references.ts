import type { StoredDocument } from './document.ts'

/**
 * The ids that a document refers to, each with whether it protects its target from deletion.
 * Weak references do not, nor do those into other datasets and media libraries.
 */
export function referencesOf(document: StoredDocument): Map<string, boolean> {
  const found = new Map<string, boolean>()
  collect(document, found)
  return found
}

export function strongReferencesOf(document: StoredDocument): string[] {
  return [...referencesOf(document)].filter(([, isStrong]) => isStrong).map(([id]) => id)
}

function collect(value: unknown, found: Map<string, boolean>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
  } else if (typeof value === 'object' && value !== null) {
    if ('_ref' in value && typeof value._ref === 'string') {
      const isStrong = isLocal(value, value._ref) && !('_weak' in value && value._weak === true)
      found.set(value._ref, isStrong || found.get(value._ref) === true)
    }
    for (const item of Object.values(value)) collect(item, found)
  }
}

/** `dataset:…` and media libraries are nobody's business here. */
function isLocal(reference: object, id: string): boolean {
  return !('_dataset' in reference) && !id.includes(':')
}
