import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { indexPages } from '../search/index-pages.ts'
import { filesBelow, removeFile, writeWhole } from './files.ts'
import { fileOf } from './render.ts'

const indexFolder = 'pagefind'

export function isIndexFile(file: string): boolean {
  return file.startsWith(`${indexFolder}/`)
}

/** Builds the index again. */
export async function updateIndex(outDir: string, pages: { url: string; key: string }[]): Promise<number> {
  const contents = await Promise.all(
    pages.map(async ({ url }) => ({ url, content: await readFile(join(outDir, fileOf(url)), 'utf8') })),
  )
  const index = await indexPages(contents)
  for (const { file, content } of index) await writeWhole(join(outDir, file), content)
  const present = new Set(index.map(({ file }) => file))
  for (const file of filesBelow(join(outDir, indexFolder)))
    if (!present.has(`${indexFolder}/${file}`)) await removeFile(outDir, `${indexFolder}/${file}`)
  return pages.length
}
