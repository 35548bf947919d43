/** Remembers in which order pages changed, as far as this program has seen it. */
export type Changes = {
  note(pages: ReadonlyMap<string, string>): void
  /** Those of the pages that should be indexed first: what changed last. */
  mostUrgent(urls: readonly string[], most: number): string[]
}

/** @param pages the keys of pages, by their addresses, as they were before any change */
export function watchChanges(pages: ReadonlyMap<string, string>): Changes {
  const changedIn = new Map<string, number>()
  let known = pages
  let updates = 0
  const age = (url: string) => updates - (changedIn.get(url) ?? 0)
  return {
    note(pages) {
      updates++
      for (const [url, key] of pages) if (known.get(url) !== key) changedIn.set(url, updates)
      for (const url of changedIn.keys()) if (!pages.has(url)) changedIn.delete(url)
      known = new Map(pages)
    },
    mostUrgent: (urls, most) => urls.toSorted((a, b) => age(a) - age(b)).slice(0, most),
  }
}
