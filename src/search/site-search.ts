import { type IndexList, listFile } from './index-list.ts'
import { mergeResults } from './merge-results.ts'
import { openIndexes } from './opened-indexes.ts'
import type { FoundPage, Pagefind } from './pagefind-api.ts'

/** Searches the site from a browser. */
export type SiteSearch = {
  /**
   * @param delay milliseconds in which a later search may overtake this one
   * @returns undefined where it was overtaken
   */
  search(query: string, delay: number): Promise<Found | undefined>
}

/** How many pages were found, and the best of them. */
export type Found = { count: number; best(most: number): Promise<FoundPage[]> }

/** @param address of the folder in which the list of indexes is */
export function openSiteSearch(address: string, loadPagefind: () => Promise<Pagefind>): SiteSearch {
  let indexes: ReturnType<typeof openIndexes> | undefined
  let latest = 0

  const searchIn = async (query: string, isLatest: () => boolean, delayed: Promise<void>) => {
    indexes ??= openIndexes(address, loadPagefind())
    // Read each time: since the last search, pages may have been removed or written.
    const list = await readList(`${address}${listFile}`)
    if (!isLatest()) return undefined
    const opened = await indexes.of(list)
    // What fails here fails in the search as well.
    for (const index of opened) index.preload(query).catch(() => undefined)
    await delayed
    if (!isLatest()) return undefined
    const answers = await Promise.all(opened.map((index) => index.search(query)))
    if (!isLatest()) return undefined
    const results = mergeResults(
      list.indexes.map((listed, place) => ({ ...listed, results: answers[place]?.results ?? [] })),
    )
    const best = (most: number) => Promise.all(results.slice(0, most).map((result) => result.data()))
    return { count: results.length, best }
  }

  return {
    async search(query, delay) {
      const turn = ++latest
      const delayed = new Promise<void>((resolve) => setTimeout(resolve, delay))
      try {
        return await searchIn(query, () => turn === latest, delayed)
      } catch (error) {
        if (turn !== latest) return undefined
        indexes?.clear()
        indexes = undefined
        throw error
      }
    },
  }
}

async function readList(address: string): Promise<IndexList> {
  const response = await fetch(address, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`)
  return response.json()
}
