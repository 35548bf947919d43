import type { Entry } from '../cms/entry.ts'
import { type Beginning, slugKey } from './beginning.ts'

/** An entry, as it was when an index last looked, and as it is now. */
export type EntryChange = { id: string; before: Entry | undefined; after: Entry | undefined }

/** Entries as they are now, over those of a beginning, of which only what has changed since is kept. */
export type EntriesSince = {
  get(id: string): Entry | undefined
  idBySlug(type: Entry['_type'], slug: string): string | undefined
  put(entry: Entry): void
  remove(entry: Entry): void
  /** Takes back changes that a beginning, which reads late, may show already. */
  rewind(changes: readonly EntryChange[]): void
}

export function entriesSince(beginning: Pick<Beginning, 'entry' | 'idBySlug'>): EntriesSince {
  const entries = new Map<string, Entry | undefined>()
  const slugs = new Map<string, string | undefined>()
  const keyOf = ({ _type, slug }: Entry) => slugKey(_type, slug)
  const idBySlug = (type: Entry['_type'], slug: string) => {
    const key = slugKey(type, slug)
    return slugs.has(key) ? slugs.get(key) : beginning.idBySlug(type, slug)
  }
  return {
    get: (id) => (entries.has(id) ? entries.get(id) : beginning.entry(id)),
    idBySlug,
    put(entry) {
      entries.set(entry._id, entry)
      slugs.set(keyOf(entry), entry._id)
    },
    remove(entry) {
      entries.set(entry._id, undefined)
      if (idBySlug(entry._type, entry.slug) === entry._id) slugs.set(keyOf(entry), undefined)
    },
    rewind(changes) {
      for (const { after } of changes)
        if (after && !slugs.has(keyOf(after))) slugs.set(keyOf(after), undefined)
      for (const { id, before } of changes) {
        entries.set(id, before)
        if (before) slugs.set(keyOf(before), id)
      }
    },
  }
}
