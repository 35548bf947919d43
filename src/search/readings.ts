import { join } from 'node:path'
import { Failure } from '../failure.ts'
import type { BuiltIndex, SearchablePage } from './build-index.ts'

/** Watches for pages that change while they are read: what the index then has of them may be either. */
export type Readings = {
  /**
   * @param make makes an index of the pages, or lets another process make it
   * @returns the index, in which pages that changed meanwhile have an empty key, which is never right
   * @throws Failure where a page is not there and was not about to change
   */
  follow(
    pages: readonly SearchablePage[],
    make: (pages: readonly SearchablePage[]) => Promise<BuiltIndex>,
  ): Promise<BuiltIndex>
  willChange(urls: Iterable<string>): void
}

export function openReadings(outDir: string): Readings {
  const underWay = new Set<Set<string>>()
  return {
    async follow(pages, make) {
      const changed = new Set<string>()
      underWay.add(changed)
      try {
        const { folder, pages: indexed } = await make(pages)
        const absent = pages.find(({ url }) => !indexed.has(url) && !changed.has(url))
        if (absent) throw noPage(join(outDir, absent.url))
        const unsure = [...indexed].filter(([url]) => changed.has(url))
        return {
          folder,
          pages: new Map([...indexed, ...unsure.map(([url, page]) => [url, { ...page, key: '' }] as const)]),
        }
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
