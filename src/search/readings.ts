import { join } from 'node:path'
import { Failure } from '../failure.ts'
import type { BuiltIndex, SearchablePage } from './build-index.ts'
import type { IndexState } from './index-state.ts'

/** Watches for pages that change while they are read: what the index then has of them may be either. */
export type Readings = {
  /**
   * Remembers what an index has of each page; pages that changed meanwhile get an empty key, which is never right.
   * @param make makes the index, or lets another process make it
   * @throws Failure where a page is not there and was not about to change
   */
  follow(
    pages: readonly SearchablePage[],
    make: (pages: readonly SearchablePage[]) => Promise<BuiltIndex>,
  ): Promise<BuiltIndex>
  willChange(urls: Iterable<string>): void
}

/** @param discard told of an index that will not be used */
export function openReadings(outDir: string, state: IndexState, discard: (folder: string) => void): Readings {
  const underWay = new Set<Set<string>>()
  return {
    async follow(pages, make) {
      const changed = new Set<string>()
      underWay.add(changed)
      try {
        const index = await make(pages)
        const absent = pages.find(({ url }) => !index.pages.has(url) && !changed.has(url))
        if (absent) {
          discard(index.folder)
          throw noPage(join(outDir, absent.url))
        }
        for (const url of changed) {
          const page = index.pages.get(url)
          if (page) index.pages.set(url, { ...page, key: '' })
        }
        state.save(index.folder, index.pages)
        return index
      } finally {
        underWay.delete(changed)
      }
    },
    willChange(urls) {
      for (const url of urls) for (const changed of underWay) changed.add(url)
    },
  }
}

function noPage(folder: string): Failure {
  return new Failure(
    `A page cannot be made searchable: there is no index.html in ${folder}.`,
    'It was removed by somebody else. Build the site again; that puts it back.',
  )
}
