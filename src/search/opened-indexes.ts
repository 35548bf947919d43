import type { IndexList } from './index-list.ts'
import type { Pagefind, PagefindInstance } from './pagefind-api.ts'

/** Keeps the indexes open that a list names, and no others. */
export type OpenedIndexes = {
  /** The indexes of a list, in its order. What another search has opened already is used again. */
  of(list: IndexList): Promise<PagefindInstance[]>
  /** Lets go of all, so that they are opened anew. */
  clear(): void
}

/** Milliseconds in which a search that has begun comes to its end. */
const longestSearch = 10_000

/** @param address of the folder in which indexes are */
export function openIndexes(address: string, pagefind: Promise<Pagefind>): OpenedIndexes {
  const opened = new Map<string, Promise<PagefindInstance>>()
  const lanes = new Map<boolean, Promise<unknown>>()

  // Where there is nothing to search yet, there is no program either, and nobody misses it.
  pagefind.catch(() => undefined)

  const open = async (folder: string, noWorker: boolean, before: Promise<unknown> | undefined) => {
    const { createInstance } = await pagefind
    await before
    return createInstance({ basePath: `${address}${folder}/`, noWorker, metaCacheTag: folder })
  }
  return {
    of({ indexes }) {
      const named = new Set(indexes.map(({ folder }) => folder))
      for (const folder of opened.keys()) if (!named.has(folder)) close(folder)
      return Promise.all(
        indexes.map(({ folder }, place) => {
          // The large one in a worker, the small one here: so both load at once.
          const noWorker = place > 0 || typeof Worker === 'undefined'
          const found = opened.get(folder)
          if (found) return found
          const instance = open(folder, noWorker, lanes.get(noWorker))
          // Two that load Pagefind's program into the same thread at once would break each other.
          lanes.set(
            noWorker,
            instance.then((loading) => loading.search('')).catch(() => undefined),
          )
          opened.set(folder, instance)
          return instance
        }),
      )
    },
    clear() {
      for (const folder of opened.keys()) close(folder)
    },
  }

  function close(folder: string): void {
    const instance = opened.get(folder)
    opened.delete(folder)
    // What cannot be opened needs no closing.
    setTimeout(() => instance?.then((index) => index.destroy()).catch(() => undefined), longestSearch)
  }
}
