import type { Entry } from '../cms/entry.ts'
import { claimsSomething, misspeltPathsOf, oldPathsOf } from './old-paths.ts'
import { compare } from './ordered-list.ts'

/** Which documents say that they once stood at which address. */
export type Claims = {
  put(entry: Entry): void
  remove(entry: Entry): void
  /** Those that claim an address, the one that was created last first: it had the address last, as a rule. */
  of(path: string): readonly Entry[]
  paths(): string[]
  /** Of all that claim something. */
  ids(): string[]
  /** Documents whose old addresses are none. */
  misspelt(): { id: string; text: string }[]
}

export function createClaims(first: readonly Entry[]): Claims {
  const byPath = new Map<string, Entry[]>()
  const misspelt = new Map<string, string[]>()
  const ids = new Set<string>()
  const claims: Claims = {
    put(entry) {
      // Most were never anywhere else.
      if (!claimsSomething(entry)) return
      ids.add(entry._id)
      for (const path of oldPathsOf(entry))
        byPath.set(path, [...(byPath.get(path) ?? []), entry].sort(laterFirst))
      const texts = misspeltPathsOf(entry)
      if (texts.length > 0) misspelt.set(entry._id, texts)
    },
    remove(entry) {
      for (const path of oldPathsOf(entry)) {
        const others = (byPath.get(path) ?? []).filter(({ _id }) => _id !== entry._id)
        if (others.length > 0) byPath.set(path, others)
        else byPath.delete(path)
      }
      misspelt.delete(entry._id)
      ids.delete(entry._id)
    },
    of: (path) => byPath.get(path) ?? [],
    paths: () => [...byPath.keys()].sort(compare),
    ids: () => [...ids],
    misspelt: () =>
      [...misspelt]
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([id, texts]) => texts.map((text) => ({ id, text }))),
  }
  for (const entry of first) claims.put(entry)
  return claims
}

function laterFirst(a: Entry, b: Entry): number {
  return compare(b._createdAt, a._createdAt) || compare(a._id, b._id)
}
