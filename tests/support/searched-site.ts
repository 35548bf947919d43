import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { serveFolder } from '../../scripts/publisher/serve.ts'
import type { Bounds } from '../../src/search/bounds.ts'
import type { IndexList } from '../../src/search/index-list.ts'
import type { Pagefind } from '../../src/search/pagefind-api.ts'
import { openSearchIndex, type SearchIndex, type SearchIndexOptions } from '../../src/search/search-index.ts'
import { openSiteSearch } from '../../src/search/site-search.ts'

/** Small enough that a few pages make a base, all later indexes and a compaction. */
export const smallBounds: Bounds = { whole: 3, recent: 4, fresh: 1, compact: 2 }

/** A site of pages that are a few words each, with its search index and a reader who searches it as a browser does. */
export type SearchedSite = {
  outDir: string
  cacheDir: string
  root: string
  /** What the pages are at the moment: their words, by their addresses. */
  pages: Map<string, string>
  /** In which pages are written from now on. */
  language: string
  open(options?: Partial<SearchIndexOptions>): SearchIndex
  /** Writes and removes pages as the press does, and brings the index up to date. */
  change(index: SearchIndex, change: Record<string, string | undefined>): ReturnType<SearchIndex['update']>
  /** The same without bringing the index up to date. */
  write(index: SearchIndex, change: Record<string, string | undefined>): void
  update(index: SearchIndex): ReturnType<SearchIndex['update']>
  /** A reader; each one begins with nothing loaded. */
  reader(): Reader
  list(): IndexList
}

/** The pages that are found for a word: their words, by their addresses. */
export type Reader = (query?: string) => Promise<Map<string, string>>

/** In every page. */
const everywhere = 'alehouse'

export const test = base.extend<{ site: SearchedSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'search-'))
    const { server, port } = await serveFolder(join(folder, 'site'), '127.0.0.1', 0)
    const opened: SearchIndex[] = []
    await use(siteIn(folder, `http://127.0.0.1:${port}`, opened))
    for (const index of opened) await index.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  },
})

function siteIn(folder: string, origin: string, opened: SearchIndex[]): SearchedSite {
  const outDir = join(folder, 'site')
  const cacheDir = join(folder, 'cache')
  const root = join(outDir, 'pagefind')
  const pages = new Map<string, string>()
  const site: SearchedSite = {
    outDir,
    cacheDir,
    root,
    pages,
    language: 'en-GB',
    open(options) {
      const index = openSearchIndex({ outDir, cacheDir, bounds: smallBounds, ...options })
      opened.push(index)
      return index
    },
    write(index, change) {
      const removed = Object.keys(change).filter((url) => change[url] === undefined)
      index.pagesWillChange({ removed, replaced: Object.keys(change) })
      for (const [url, words] of Object.entries(change)) {
        if (words === undefined) {
          rmSync(join(outDir, url), { recursive: true, force: true })
          pages.delete(url)
        } else {
          writePage(join(outDir, url), words, site.language)
          pages.set(url, words)
        }
      }
    },
    update: (index) => index.update(Array.from(pages, ([url, words]) => ({ url, key: words }))),
    change(index, change) {
      site.write(index, change)
      return site.update(index)
    },
    reader() {
      const load = (): Promise<Pagefind> => import(join(root, 'pagefind.js'))
      const search = openSiteSearch(`${origin}/pagefind/`, load)
      return async (query = everywhere) => {
        const found = await search.search(query, 0)
        const results = (await found?.best(found.count)) ?? []
        if (new Set(results.map(({ url }) => url)).size < results.length)
          throw new Error('A page came twice.')
        return new Map(results.map(({ url, meta }) => [url.slice(origin.length), meta.title ?? '']))
      }
    },
    list: () => JSON.parse(readFileSync(join(root, 'indexes.json'), 'utf8')),
  }
  return site
}

/** A page with its words as its title, among what is not indexed. */
function writePage(folder: string, words: string, language: string): void {
  mkdirSync(folder, { recursive: true })
  const body = `<article data-pagefind-body><h1>${words}</h1><p>An evening at the ${everywhere}.</p></article>`
  const html = `<!doctype html><html lang="${language}"><body><nav>chrome</nav>${body}<p>chrome</p></body></html>`
  writeFileSync(join(folder, 'index.html'), html)
}
