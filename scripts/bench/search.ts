import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeIndexer } from '../../src/search/build-index.ts'
import { type Line, lines } from './lake/figure.ts'
import { runToEnd } from './run-to-end.ts'
import { measureFirstResult } from './search/first-result.ts'
import { writeRecapPages } from './search/recap-pages.ts'
import { measureUpdates } from './search/updates.ts'

const recaps = 10_000

/** Search in 10,000 recaps: until an edit is found, until a removed one is not, and what it costs a reader. */
export async function measureSearch(): Promise<Record<string, Line>> {
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'))
  const site = join(folder, 'site')
  try {
    await runToEnd('npm', ['run', 'build', '--', '--sample', '--out', site])
    for (const part of ['recaps', 'pagefind']) rmSync(join(site, part), { recursive: true })
    const pages = writeRecapPages(site, recaps)
    const updates = await measureUpdates(site, join(folder, 'cache-of-updates'), pages)
    rmSync(join(site, 'pagefind'), { recursive: true })
    for (const url of pages.urls) pages.write(url, '')
    const readers = await measureFirstResult(site, join(folder, 'cache-of-readers'), pages)
    return lines([...updates, ...readers])
  } finally {
    await closeIndexer()
    rmSync(folder, { recursive: true, force: true })
  }
}
