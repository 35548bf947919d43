import * as pagefind from 'pagefind'

/** A page that can be found: its address and its HTML, of which the part marked `data-pagefind-body` counts. */
export type SearchablePage = { url: string; content: string }

/** A file of the search index, its path relative to the output folder. */
export type IndexFile = { file: string; content: Uint8Array }

/** Builds the index of all pages. The same pages give the same files. */
export async function indexPages(pages: Iterable<SearchablePage>): Promise<IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({})
  if (!index) throw new Error(`The search index could not be begun: ${errors.join('; ')}`)
  try {
    for (const page of pages) {
      const added = await index.addHTMLFile(page)
      if (added.errors.length > 0)
        throw new Error(`${page.url} could not be indexed: ${added.errors.join('; ')}`)
    }
    const { files } = await index.getFiles()
    return files.map(({ path, content }) => ({ file: `pagefind/${path}`, content }))
  } finally {
    await index.deleteIndex()
  }
}

/** Ends the indexer's own process, so that a program that used it can end. */
export async function closeIndexer(): Promise<void> {
  await pagefind.close()
}
