import { join } from 'node:path'
import { arrange, type IndexedPages } from './arrange.ts'
import type { BuiltIndex } from './build-index.ts'
import { isIndex } from './index-folder.ts'
import type { IndexState } from './index-state.ts'
import { readList, writeList } from './list-file.ts'

/** The indexes that the list on the disk names. */
export type PublishedIndexes = {
  /** The base, then those of what was written since, with what they have of each page. */
  indexes(): readonly BuiltIndex[]
  /**
   * Tells readers which results count.
   * @param wanted the key of each page that can be found, by its address
   * @param indexes from now on, but for those of which nothing counts; without them all that there were
   * @returns folders that were named until now
   */
  publish(wanted: ReadonlyMap<string, string>, indexes?: readonly BuiltIndex[]): string[]
  /** How many pages no index has as they were wanted the last time. */
  missing(): number
}

/** @returns `found`: the pages that readers find, with the keys under which they were indexed */
export function openPublishedIndexes(
  root: string,
  state: IndexState,
): PublishedIndexes & { found: Map<string, string> } {
  const list = readList(root)
  const listed = list?.indexes ?? []
  const known = listed.map(({ folder }) => ({ folder, pages: state.read(folder) }))
  // What is not known cannot be kept right: better nothing is found for a while than something that is gone.
  const isTrusted = known.every(({ folder, pages }) => pages.size > 0 && isIndex(join(root, folder)))
  let indexes: readonly BuiltIndex[] = isTrusted ? known : []
  let written = list && JSON.stringify(list)
  let waiting = 0

  const publish: PublishedIndexes['publish'] = (wanted, chosen) => {
    const given = chosen ?? indexes
    const { gone, missing } = arrange(wanted, given.map(pagesOf))
    waiting = missing.length
    const used = given
      .map((index, place) => ({ index, gone: gone[place] ?? [] }))
      .filter(({ index, gone }) => chosen === undefined || gone.length < resultsOf(index.pages))
    const before = indexes.map(({ folder }) => folder)
    indexes = used.map(({ index }) => index)
    const text = JSON.stringify({
      indexes: used.map(({ index, gone }) => ({ folder: index.folder, pages: index.pages.size, gone })),
    })
    if (text !== written) writeList(root, text)
    written = text
    return before.filter((name) => !indexes.some(({ folder }) => folder === name))
  }

  const found = new Map<string, string>()
  for (const [place, { pages }] of indexes.entries()) {
    const gone = new Set(listed[place]?.gone)
    for (const [url, { key, result }] of pages) if (!gone.has(result)) found.set(url, key)
  }
  if (!isTrusted) publish(found)
  return {
    indexes: () => indexes,
    found,
    publish,
    missing: () => waiting,
  }
}

function pagesOf({ pages }: BuiltIndex): IndexedPages {
  return pages
}

function resultsOf(pages: IndexedPages): number {
  return pages.values().reduce((count, { result }) => count + (result === '' ? 0 : 1), 0)
}
