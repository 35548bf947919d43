import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveFolder } from '../../../scripts/publisher/serve.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { closeIndexer } from '../../../src/search/build-index.ts'
import { openSearchIndex, type SearchIndex } from '../../../src/search/search-index.ts'
import { test as base, expect } from '../../support/browser.ts'
import { builtSite } from '../../support/built-site.ts'

type Changing = {
  url: string
  replace(page: string, from: string, to: string): Promise<void>
  remove(page: string): void
}

/** The built sample with a base of its recaps, which are then edited and removed. */
const test = base.extend<{ site: Changing }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'search-changes-'))
    const outDir = join(folder, 'site')
    cpSync(builtSite, outDir, { recursive: true })
    rmSync(join(outDir, 'pagefind'), { recursive: true })
    const index = openSearchIndex({
      outDir,
      cacheDir: join(folder, 'cache'),
      bounds: { whole: 5, recent: 5, fresh: 1, compact: 5 },
      grace: 60_000,
    })
    const { server, port } = await serveFolder(outDir, '127.0.0.1', 0)
    const site = changing(outDir, index, `http://localhost:${port}`)
    await site.update()
    await use(site)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await index.close()
    await closeIndexer()
    rmSync(folder, { recursive: true, force: true })
  },
  baseURL: ({ site }, use) => use(site.url),
})

function changing(outDir: string, index: SearchIndex, url: string) {
  const keys = new Map(
    filesBelow(join(outDir, 'recaps'))
      .filter((file) => /^(?!\d+\/)[^/]+\/index\.html$/.test(file))
      .map((file) => [`/recaps/${file.replace('index.html', '')}`, 'as built']),
  )
  const update = () => index.update(Array.from(keys, ([page, key]) => ({ url: page, key })))
  return {
    url,
    update,
    async replace(page: string, from: string, to: string) {
      const file = join(outDir, page, 'index.html')
      index.pagesWillChange({ removed: [], replaced: [page] })
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to))
      keys.set(page, to)
      await update()
    },
    remove(page: string) {
      index.pagesWillChange({ removed: [page], replaced: [] })
      rmSync(join(outDir, page), { recursive: true })
    },
  }
}

const parrot = '/recaps/the-parrot-took-the-minutes/'

test('a reader who has the search open finds what has been edited, and not what it was', async ({
  page,
  site,
}) => {
  await page.goto('/search/?q=parrot')
  const results = page.locator('.results > li')
  const edited = results.filter({ hasText: 'took the minutes' })
  await expect(edited).toBeVisible()
  const before = await results.count()

  await site.replace(parrot, 'arrot', 'uffin')
  await page.getByRole('searchbox').fill('puffin')
  await expect(page.getByRole('status')).toHaveText('One recap for “puffin”.')
  await expect(page.getByRole('link', { name: 'The puffin took the minutes' })).toBeVisible()
  await page.getByRole('searchbox').fill('parrot')
  await expect(page.getByRole('status')).toContainText('“parrot”')
  await expect(results).toHaveCount(before - 1)
  await expect(edited).toHaveCount(0)

  // And so does one who comes now.
  await page.goto('/search/?q=puffin')
  await expect(page.getByRole('link', { name: 'The puffin took the minutes' })).toBeVisible()
})

test('the best result stays the best when it has been edited', async ({ page, site }) => {
  await page.goto('/search/?q=minutes')
  const titles = page.locator('.results > li h2')
  await expect(titles.first()).toBeVisible()
  const before = await titles.allTextContents()
  expect(before.length).toBeGreaterThan(2)
  await site.replace(parrot, 'There is no parrot', 'There was no parrot')
  await page.reload()
  await expect(titles).toHaveCount(before.length)
  expect((await titles.allTextContents())[0]).toBe(before[0])
})

test('a reader who has the search open does not find what has been removed', async ({ page, site }) => {
  await page.goto('/search/?q=parrot')
  const removed = page.getByRole('link', { name: 'The parrot took the minutes' })
  await expect(removed).toBeVisible()
  site.remove(parrot)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(removed).toHaveCount(0)
  await expect(page.getByRole('status')).toContainText('“parrot”')
})
