import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { usualBounds } from '../../../src/search/bounds.ts'
import { openSearchIndex } from '../../../src/search/search-index.ts'
import { findBrowser, launchArguments } from '../../check/browser.ts'
import type { Figure } from '../lake/figure.ts'
import { quantile } from '../quantile.ts'
import { serveCompressed } from './compressing-server.ts'
import type { RecapPages } from './recap-pages.ts'
import { searchByForm, searchPlainly } from './search-in-browser.ts'

const rounds = 5
const words = ['telescope', 'surreptitiously', 'barometer postcard']
const recentSizes = [0, usualBounds.compact, usualBounds.recent]

/** As DevTools has it under “Fast 4G”. */
const fast4g = {
  offline: false,
  latency: 165,
  downloadThroughput: (9_000_000 / 8) * 0.9,
  uploadThroughput: (1_500_000 / 8) * 0.9,
}

/** One way to search: with a list of indexes, and how. */
type Setup = { name: string; list: string; search: (page: Page, word: string) => Promise<number> }
type Sample = { setup: Setup; milliseconds: number; kilobytes: number }

/**
 * What the first result costs a reader who comes for the first time, the search page being there already: with
 * Pagefind's one index and nothing else, and with the site's search and recent indexes of several sizes, each with a
 * full fresh one.
 */
export async function measureFirstResult(
  outDir: string,
  cacheDir: string,
  pages: RecapPages,
): Promise<Figure[]> {
  const setups = await prepare(outDir, cacheDir, pages)
  const server = await serveCompressed(outDir)
  const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArguments() })
  const samples: Sample[] = []
  for (let round = 0; round < rounds; round++) {
    for (const word of words) {
      for (const setup of setups) {
        writeFileSync(listFileIn(outDir), setup.list)
        const context = await browser.newContext()
        const page = await context.newPage()
        await page.goto(`${server.url}/search/`, { waitUntil: 'networkidle' })
        const network = await context.newCDPSession(page)
        await network.send('Network.emulateNetworkConditions', fast4g)
        const before = server.sent()
        const milliseconds = await setup.search(page, word)
        samples.push({ setup, milliseconds, kilobytes: (server.sent() - before) / 1000 })
        await context.close()
      }
    }
  }
  await browser.close()
  await server.close()
  return figures(setups, samples)
}

/** Makes indexes with so many pages edited since the base was made, for each of the sizes. */
async function prepare(outDir: string, cacheDir: string, { urls, write }: RecapPages): Promise<Setup[]> {
  const index = openSearchIndex({
    outDir,
    cacheDir,
    bounds: { ...usualBounds, whole: 0, recent: 1000, compact: 1000 },
    grace: 3_600_000,
  })
  const edited = new Set<string>()
  const edit = async (some: readonly string[]) => {
    for (const url of some) {
      edited.add(url)
      write(url, 'seen by many')
    }
    await index.update(urls.map((url) => ({ url, key: edited.has(url) ? 'edited' : 'as first written' })))
    return readFileSync(listFileIn(outDir), 'utf8')
  }
  const setups: Setup[] = []
  for (const size of recentSizes) {
    const list = await edit(urls.slice(urls.length - size))
    if (size > 0) {
      const fresh = await edit(urls.filter((url) => !edited.has(url)).slice(0, usualBounds.fresh))
      setups.push({
        name: `a base, ${size} or more in the recent and ${usualBounds.fresh} in the fresh index`,
        list: fresh,
        search: searchByForm,
      })
      continue
    }
    const [base] = JSON.parse(list).indexes
    setups.push(
      {
        name: 'one index, Pagefind alone',
        list,
        search: (page, word) => searchPlainly(page, base.folder, word),
      },
      { name: 'a base alone', list, search: searchByForm },
    )
  }
  return setups
}

function figures([reference, ...setups]: readonly Setup[], samples: readonly Sample[]): Figure[] {
  const measured = (setup: Setup | undefined, unit: 'milliseconds' | 'kilobytes') =>
    samples.filter((sample) => sample.setup === setup).map((sample) => sample[unit])
  const ratio = (setup: Setup, unit: 'milliseconds' | 'kilobytes') =>
    quantile(measured(setup, unit), 0.5) / quantile(measured(reference, unit), 0.5)
  return [reference, ...setups]
    .filter((setup) => setup !== undefined)
    .flatMap((setup) => [
      {
        name: `first result, ${setup.name}: time`,
        unit: 'ms',
        goal: '× 1.3',
        samples: measured(setup, 'milliseconds'),
        note: `× ${ratio(setup, 'milliseconds').toFixed(2)}`,
      },
      {
        name: `first result, ${setup.name}: bytes`,
        unit: 'KB',
        goal: '× 1.3',
        samples: measured(setup, 'kilobytes'),
        note: `× ${ratio(setup, 'kilobytes').toFixed(2)}`,
      },
    ])
}

function listFileIn(outDir: string): string {
  return join(outDir, 'pagefind/indexes.json')
}
