import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page, Request } from '@playwright/test'
import { builtPages, builtSite, expect, kindsOfPages, test } from '../../support/built-site.ts'

const readingPages = [
  kindsOfPages.home,
  kindsOfPages.recap,
  kindsOfPages.interview,
  kindsOfPages.author,
  kindsOfPages.eventToCome,
  kindsOfPages.venue,
]

const compressed = (bytes: Uint8Array | string) => gzipSync(bytes, { level: 9 }).length

/** Opens a page, scrolls to its end, and tells the files of one kind that it has loaded. */
async function loadedBy(page: Page, path: string, type: string): Promise<Uint8Array[]> {
  const addresses = new Set<string>()
  const note = (request: Request) => {
    if (request.resourceType() === type) addresses.add(new URL(request.url()).pathname)
  }
  page.on('request', note)
  await page.goto(path)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.waitForLoadState('networkidle')
  page.off('request', note)
  return [...addresses].map((address) => readFileSync(join(builtSite, address)))
}

test('a reading page loads 1.5 KB of scripts at most, none of which it waits for', async ({ page }) => {
  for (const path of readingPages) {
    const scripts = await loadedBy(page, path, 'script')
    const size = scripts.reduce((sum, script) => sum + compressed(script), 0)
    expect(size, path).toBeLessThanOrEqual(1500)
    const waitedFor = await page.locator('script:not([type="application/ld+json"])').evaluateAll((elements) =>
      elements
        .filter((element) => element instanceof HTMLScriptElement)
        .filter(({ src, defer, async, type }) => src === '' || !(defer || async || type === 'module'))
        .map(({ outerHTML }) => outerHTML),
    )
    expect(waitedFor, path).toEqual([])
  }
})

test('HTML and CSS of every recap are under 15 KB, compressed', () => {
  const recaps = builtPages().filter((path) => /^\/recaps\/(?!\d|page)[^/]+\/$/.test(path))
  expect(recaps.length).toBeGreaterThan(10)
  for (const path of recaps) {
    const html = readFileSync(join(builtSite, path, 'index.html'), 'utf8')
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) =>
      readFileSync(join(builtSite, href)),
    )
    const size = [Buffer.from(html), ...styles].reduce((sum, file) => sum + compressed(file), 0)
    expect(size, path).toBeLessThan(15_000)
  }
})

test('the fonts of a page are under 80 KB', async ({ page }) => {
  for (const path of readingPages) {
    const fonts = await loadedBy(page, path, 'font')
    const size = fonts.reduce((sum, font) => sum + font.length, 0)
    expect(size, path).toBeGreaterThan(10_000)
    expect(size, path).toBeLessThan(80_000)
  }
})

for (const width of [390, 1280])
  test(`nothing jumps while a page loads and is scrolled, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const path of [...readingPages, kindsOfPages.events, kindsOfPages.topics]) {
      await page.goto(path)
      const shifts = await page.evaluate(async () => {
        const seen: string[] = []
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.push(JSON.stringify(entry))
        }).observe({ type: 'layout-shift', buffered: true })
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
        await document.fonts.ready
        for (let top = 0; top < document.body.scrollHeight; top += 600) {
          scrollTo({ top, behavior: 'instant' })
          await frame()
          await frame()
        }
        return seen
      })
      expect(shifts, path).toEqual([])
    }
  })
