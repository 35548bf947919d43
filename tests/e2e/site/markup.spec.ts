import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { HtmlValidate } from 'html-validate'
import { filesBelow } from '../../../src/press/files.ts'
import { builtPages, builtSite, expect, test } from '../../support/built-site.ts'
import { htmlRules } from '../../support/html-rules.ts'

const htmlOf = (path: string) => readFileSync(join(builtSite, path, 'index.html'), 'utf8')

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(htmlRules)
  const complaints: string[] = []
  for (const path of builtPages()) {
    const report = await validator.validateString(htmlOf(path))
    for (const { messages } of report.results)
      for (const { ruleId, message, line, column } of messages)
        complaints.push(`${path}:${line}:${column} ${ruleId} ${message}`)
  }
  expect(complaints).toEqual([])
})

test('nothing stands after the end of a page', () => {
  for (const path of builtPages()) expect(htmlOf(path).trimEnd(), path).toMatch(/<\/body><\/html>$/)
})

test('every internal link and fragment leads somewhere', () => {
  const files = new Set(filesBelow(builtSite))
  const ids = new Map(builtPages().map((path) => [path, new Set(idsIn(htmlOf(path)))]))
  const broken: string[] = []
  let seen = 0
  for (const path of builtPages())
    for (const [, href = ''] of htmlOf(path).matchAll(/(?:href|src)="((?:\/|#)[^"]*)"/g)) {
      seen++
      const [address = '', fragment] = href.replaceAll('&amp;', '&').split('#')
      const target = address === '' ? path : (address.split('?')[0] ?? '')
      const file = target.endsWith('/') ? `${target.slice(1)}index.html` : target.slice(1)
      if (!files.has(file)) broken.push(`${path} → ${href}`)
      else if (fragment && !ids.get(target)?.has(fragment)) broken.push(`${path} → ${href}`)
    }
  expect(broken).toEqual([])
  expect(seen).toBeGreaterThan(300)
})

test('the sample shows every kind of block and mark', () => {
  const all = builtPages().map(htmlOf).join('')
  const signs = [
    ...[
      '<h2 id=',
      '<h3 id=',
      '<h4 id=',
      '<blockquote><p>',
      '<ul><li>',
      '<ol><li>',
      '<strong>',
      '<em>',
      '<code>',
      '<s>',
    ],
    ...['class="picture"', 'class="gallery"', 'class="pull"', 'class="callout note"', 'class="callout tip"'],
    ...[
      'class="callout warning"',
      '<pre',
      'class="embed video"',
      'class="embed"',
      '<table>',
      '<hr>',
      'href="mailto:',
    ],
  ]
  expect(signs.filter((sign) => !all.includes(sign))).toEqual([])
})

test('the feed has every recap whole, and no address that is not complete', () => {
  const xml = readFileSync(join(builtSite, 'rss.xml'), 'utf8')
  const items = parseRssFeed(xml).items ?? []
  expect(items).toHaveLength(15)
  for (const item of items) {
    expect(item.content?.encoded?.length).toBeGreaterThan(700)
    expect(item.content?.encoded).not.toMatch(/(?:src|href)="(?!https?:|mailto:|tel:)/)
  }
})

function idsIn(html: string): string[] {
  return [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')
}
