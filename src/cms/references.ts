import type { AnyDocument, DocumentType } from './schemas/documents.ts'

/** A reference in a document: where it is, what it leads to, and of which types that may be. */
export type Reference = {
  path: readonly (string | number)[]
  target: string
  types: readonly DocumentType[]
}

/** Fields that are references, each with what it may lead to. */
const fields: Readonly<Record<string, readonly DocumentType[]>> = {
  authors: ['author'],
  topics: ['topic'],
  event: ['event'],
  venue: ['venue'],
}

const pictures: readonly DocumentType[] = ['sanity.imageAsset']
const linkable: readonly DocumentType[] = ['recap', 'author', 'event', 'topic']

/** Everything that a document refers to: people, topics, evenings, places, pictures, and links in its texts. */
export function* referencesOf(document: AnyDocument): Generator<Reference> {
  for (const [field, value] of Object.entries(document)) {
    const types = fields[field]
    if (types === undefined) yield* referencesWithin(value, [field])
    else if (typeof value === 'string') yield { path: [field], target: value, types }
    else if (Array.isArray(value))
      for (const [index, target] of value.entries())
        if (typeof target === 'string') yield { path: [field, index], target, types }
  }
}

/** Pictures and links, at any depth. */
function* referencesWithin(value: unknown, path: readonly (string | number)[]): Generator<Reference> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* referencesWithin(item, [...path, index])
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [field, part] of Object.entries(value)) {
    if (typeof part !== 'string') yield* referencesWithin(part, [...path, field])
    else if (field === 'asset') yield { path: [...path, field], target: part, types: pictures }
    else if (field === 'reference') yield { path: [...path, field], target: part, types: linkable }
  }
}
