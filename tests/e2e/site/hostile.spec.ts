import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import sharp from 'sharp'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { serveFolder } from '../../../scripts/publisher/serve.ts'
import { openMirror } from '../../../src/cms/mirror.ts'
import { storedDocument } from '../../../src/cms/parse-document.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { test as base, expect } from '../../support/browser.ts'
import { hostileDocuments } from '../../support/hostile-documents.ts'
import { htmlRules } from '../../support/html-rules.ts'
import { pressInto } from '../../support/pressed.ts'
import { root } from '../../support/root.ts'
import { testMoment } from '../../support/sites.ts'

/** A site of what organisers may write and nobody would expect, on a port of the system's choice. */
const test = base.extend<object, { site: { outDir: string; url: string } }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
      const mirrorFile = join(folder, 'mirror.sqlite')
      const mirror = openMirror(mirrorFile, 'a lake', 'code')
      const update = mirror.begin()
      for (const document of hostileDocuments) update.put(storedDocument.parse(document))
      update.finish('2026-01-01T10:00:00Z')
      const teal = { r: 20, g: 90, b: 100 }
      const original = sharp({ create: { width: 1600, height: 900, channels: 3, background: teal } })
      const jpeg = await original.jpeg().toBuffer()
      const { press, outDir } = pressInto(
        folder,
        { bundle: await compiledBundle(root), mirror, mirrorFile },
        { picturesAreFiles: true, originals: () => Promise.resolve(jpeg) },
      )
      const { warnings } = await press.update(testMoment)
      expect([warnings, mirror.refusals()]).toEqual([[], []])
      const { server, port } = await serveFolder(outDir, '127.0.0.1', 0)
      await use({ outDir, url: `http://localhost:${port}` })
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      press.close()
      mirror.close()
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.url),
})

const pages = [
  ...['/', '/recaps/', '/recaps/long/', '/recaps/word/', '/recaps/rtl/', '/recaps/bare/', '/recaps/forty/'],
  ...['/events/', '/events/coming/', '/events/past/', '/venues/inn/', '/authors/', '/authors/ada/'],
  ...['/authors/idle/', '/topics/', '/topics/tools/', '/recaps/2026/'],
]

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const path of pages)
  test(`nothing sticks out of ${path}, at any width, and axe finds nothing, light and dark`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    expect((await page.goto(path))?.ok()).toBe(true)
    for (const width of [320, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${width} px`).toBe(0)
    }
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      )
    }
  })

test('every page of it is valid HTML', async ({ site }) => {
  const validator = new HtmlValidate(htmlRules)
  const complaints: string[] = []
  const files = filesBelow(site.outDir).filter((file) => file.endsWith('.html'))
  expect(files.length).toBeGreaterThan(pages.length)
  for (const file of files) {
    const report = await validator.validateString(readFileSync(join(site.outDir, file), 'utf8'))
    for (const { messages } of report.results)
      for (const { ruleId, message, line, column } of messages)
        complaints.push(`${file}:${line}:${column} ${ruleId} ${message}`)
  }
  expect(complaints).toEqual([])
})

test('a text that runs from right to left does so wherever it stands', async ({ page }) => {
  await page.goto('/recaps/rtl/')
  const directions = await page
    .locator('h1, .stand, .prose :is(h2, h3, h4, li, p:not(.embed), figcaption, td, th):not(.code *)')
    .evaluateAll((elements) =>
      elements.map((element) => [element.tagName, getComputedStyle(element).direction].join(' ')),
    )
  expect(directions.length).toBeGreaterThan(15)
  expect(directions.filter((direction) => !direction.endsWith('rtl'))).toEqual([])
})
