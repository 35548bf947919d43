import type { AnyDocument, DocumentType } from './schemas/documents.ts'

/** A reference in a document: where it is, what it leads to, and of which types that may be. */
export type Reference = {
  path: readonly (string | number)[]
  target: string
  types: readonly DocumentType[]
}

/** Fields that are references, at any depth, each with what it may lead to. */
export const referenceTargets: Readonly<Record<string, readonly DocumentType[]>> = {
  authors: ['author'],
  topics: ['topic'],
  event: ['event'],
  venue: ['venue'],
  asset: ['sanity.imageAsset'],
  // Of links in texts.
  reference: ['recap', 'author', 'event', 'topic'],
}

/** Everything that a document refers to: people, topics, evenings, places, pictures, and links in its texts. */
export function referencesOf(document: AnyDocument): Reference[] {
  const found: Reference[] = []
  collect(document, [], undefined, found)
  return found
}

function collect(
  value: unknown,
  path: (string | number)[],
  types: readonly DocumentType[] | undefined,
  found: Reference[],
): void {
  if (typeof value === 'string') {
    if (types) found.push({ path: [...path], target: value, types })
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index)
      collect(value[index], path, types, found)
      path.pop()
    }
  } else if (typeof value === 'object' && value !== null) {
    // A text has thousands of fields: lists of them would take as long as everything else.
    for (const field in value) {
      path.push(field)
      collect(value[field as keyof typeof value], path, referenceTargets[field], found)
      path.pop()
    }
  }
}
