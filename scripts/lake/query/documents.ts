import type { StoredDocument } from '../document.ts'
import { referencesOf } from '../references.ts'
import type { SortKey } from './sort-key.ts'

/** What a query is asked of, and the ways to come by some of it without looking at all of it. */
export type Documents = {
  dataset: string
  /** In the order of their ids, as are all the others but `ordered`. */
  all(): StoredDocument[]
  get(id: string): StoredDocument | undefined
  ofTypes(types: string[]): StoredDocument[]
  /** Of some types, as GROQ's `order()` puts them. */
  ordered(types: string[], keys: SortKey[]): StoredDocument[]
  /** Those with a reference to one of these ids. */
  referringTo(ids: string[]): StoredDocument[]
  /** Those with one of these ids and their drafts and other versions, and maybe others. */
  versionsOf(ids: string[]): StoredDocument[]
}

/** A dataset of one document, which may look up others by their ids. */
export function onlyDocument(
  dataset: string,
  document: StoredDocument,
  lookUp: (id: string) => StoredDocument | undefined,
): Documents {
  const get = (id: string) => (id === document._id ? document : lookUp(id))
  const all = () => [document]
  const ofTypes = (types: string[]) => (types.includes(document._type) ? [document] : [])
  const referringTo = (ids: string[]) => {
    const references = referencesOf(document)
    return ids.some((id) => references.has(id)) ? [document] : []
  }
  return { dataset, all, get, ofTypes, ordered: ofTypes, referringTo, versionsOf: all }
}
