import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IndexedPage } from './arrange.ts'
import { finishFolder, resultsIn } from './index-folder.ts'

/** A page that can be found. */
export type SearchablePage = {
  /** Ends with a slash: the page is the `index.html` of that folder. */
  url: string
  /** Changes whenever what can be found of the page does, or how it is indexed. Never empty. */
  key: string
}

/** Loaded only by programs that make an index: many runs need none. */
let pagefind: Promise<typeof import('pagefind')> | undefined

/** An index: the name of its folder, which says what is in it, and what it has of each page. */
export type BuiltIndex = { folder: string; pages: ReadonlyMap<string, IndexedPage> }

/**
 * Makes an index of pages as they lie in the output folder: of each the part that is marked `data-pagefind-body`.
 * The same pages give the same files. Pages that do not lie there are left out.
 * @param root where indexes belong, and the programs that they share
 * @param scratch the folder in it where this one is written; its proper name is among what is returned
 */
export async function buildIndex(
  outDir: string,
  root: string,
  scratch: string,
  pages: readonly SearchablePage[],
): Promise<BuiltIndex> {
  pagefind ??= import('pagefind')
  const { index, errors } = await (await pagefind).createIndex({})
  if (!index) throw new Error(`The search index could not be begun: ${errors.join('; ')}`)
  try {
    const read: SearchablePage[] = []
    // One after the other, always in the same order: in it come results that have the same score.
    for (const page of pages.toSorted((a, b) => (a.url < b.url ? -1 : 1))) {
      const content = await readFile(join(outDir, `${page.url}index.html`), 'utf8').catch(onlyMissing)
      if (content === undefined) continue
      const added = await index.addHTMLFile({ url: page.url, content })
      if (added.errors.length > 0)
        throw new Error(`${page.url} could not be indexed: ${added.errors.join('; ')}`)
      read.push(page)
    }
    const written = await index.writeFiles({ outputPath: join(root, scratch) })
    if (written.errors.length > 0)
      throw new Error(`The search index could not be written: ${written.errors.join('; ')}`)
    const folder = await finishFolder(join(root, scratch), root)
    const results = await resultsIn(join(root, scratch))
    return {
      folder,
      pages: new Map(read.map(({ url, key }) => [url, { key, result: results.get(url) ?? '' }])),
    }
  } finally {
    await index.deleteIndex()
  }
}

function onlyMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

/** Ends the indexer's own process, so that a program that used it can end. */
export async function closeIndexer(): Promise<void> {
  await (await pagefind)?.close()
}
