import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { indexPages } from '../search/index-pages.ts'
import { filesBelow, removeFile, writeWhole } from './files.ts'
import type { Output } from './output-state.ts'
import { fileOf } from './stale-routes.ts'

const indexFolder = 'pagefind'

/** The browser asks for this file first; it names all others, so it is written last. */
const entryFile = `${indexFolder}/pagefind-entry.json`

export function isIndexFile(file: string): boolean {
  return file.startsWith(`${indexFolder}/`)
}

type SearchUpdate = {
  outDir: string
  /** Addresses of the pages that can be found. */
  searchable: readonly string[]
  written: ReadonlyMap<string, Output>
  save: (put: Output[], remove: string[]) => void
  fingerprint: string
}

/** Builds the index again if any of its pages has changed since. */
export async function updateIndex(update: SearchUpdate): Promise<{ indexed: number }> {
  const { outDir, searchable, written, save, fingerprint } = update
  const keys = searchable.map((url) => `${url} ${written.get(fileOf(url))?.key}`)
  const key = createHash('sha256').update(fingerprint).update(keys.sort().join('\n')).digest('base64url')
  if (written.get(entryFile)?.key === key) return { indexed: 0 }

  const pages = await Promise.all(
    [...searchable]
      .sort()
      .map(async (url) => ({ url, content: await readFile(join(outDir, fileOf(url)), 'utf8') })),
  )
  const index = await indexPages(pages)
  const entryLast = index.sort((a, b) => Number(a.file === entryFile) - Number(b.file === entryFile))
  // As with pages: an index that was written half is written again.
  save([{ file: entryFile, key: '', pictures: [] }], [])
  for (const { file, content } of entryLast) await writeWhole(join(outDir, file), content)

  const present = new Set(index.map(({ file }) => file))
  const removed = filesBelow(join(outDir, indexFolder))
    .map((file) => `${indexFolder}/${file}`)
    .filter((file) => !present.has(file))
  for (const file of removed) await removeFile(outDir, file)
  save(
    index.map(({ file }) => ({ file, key, pictures: [] })),
    removed,
  )
  return { indexed: searchable.length }
}
