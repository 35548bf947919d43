import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../../../src/press/files.ts'
import { builtPages, builtSite, expect, kindsOfPages, test } from '../../support/built-site.ts'

const host = 'http://localhost:4321'

const htmlOf = (path: string) => readFileSync(join(builtSite, path, 'index.html'), 'utf8')
const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1]
const isNoIndex = (path: string) => metaOf(htmlOf(path), 'robots') === 'noindex'

/** What schema.org knows of each type, as far as it is used here. */
const known: Record<string, string[]> = {
  BlogPosting: [
    ...['headline', 'description', 'url', 'mainEntityOfPage', 'datePublished', 'dateModified', 'inLanguage'],
    ...['image', 'author', 'publisher', 'keywords'],
  ],
  BreadcrumbList: ['itemListElement'],
  EntryPoint: ['urlTemplate'],
  Event: [
    ...['name', 'url', 'startDate', 'endDate', 'eventStatus', 'eventAttendanceMode', 'location', 'image'],
    'organizer',
  ],
  GeoCoordinates: ['latitude', 'longitude'],
  ListItem: ['position', 'name', 'item'],
  Organization: ['name', 'url', 'description', 'logo', 'sameAs'],
  Person: ['name', 'url', 'jobTitle', 'image', 'sameAs'],
  Place: ['name', 'url', 'address', 'geo'],
  ProfilePage: ['mainEntity'],
  SearchAction: ['target', 'query-input'],
  VirtualLocation: ['url'],
  WebSite: ['name', 'url', 'inLanguage', 'publisher', 'potentialAction'],
}

/** Types of everything that is said, and what schema.org would not know of it. */
function read(value: unknown, types: Set<string>, unknown: string[]): void {
  if (Array.isArray(value)) for (const item of value) read(item, types, unknown)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const type = '@type' in value ? String(value['@type']) : undefined
  if (type !== undefined) types.add(type)
  for (const [name, inner] of Object.entries(value)) {
    if (type !== undefined && !name.startsWith('@') && !known[type]?.includes(name))
      unknown.push(`${type}.${name}`)
    read(inner, types, unknown)
  }
}

test('pages say what they are in words that schema.org knows', () => {
  const typesOf = (path: string) => {
    const types = new Set<string>()
    const unknown: string[] = []
    for (const [, json = ''] of htmlOf(path).matchAll(
      /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g,
    ))
      read(JSON.parse(json), types, unknown)
    expect(unknown, path).toEqual([])
    return [...types]
  }
  for (const path of builtPages()) typesOf(path)
  expect(typesOf(kindsOfPages.home)).toEqual(
    expect.arrayContaining(['WebSite', 'Organization', 'SearchAction']),
  )
  expect(typesOf(kindsOfPages.recap)).toEqual(
    expect.arrayContaining(['BlogPosting', 'Person', 'BreadcrumbList']),
  )
  expect(typesOf(kindsOfPages.author)).toEqual(expect.arrayContaining(['ProfilePage', 'Person']))
  expect(typesOf(kindsOfPages.eventToCome)).toEqual(
    expect.arrayContaining(['Event', 'Place', 'Organization']),
  )
})

test('the sitemap has exactly the pages that search engines may keep', () => {
  const addresses = (file: string) =>
    [...readFileSync(join(builtSite, file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) =>
      loc.slice(host.length),
    )
  const listed = addresses('sitemap-index.xml').flatMap(addresses)
  const kept = builtPages().filter((path) => !isNoIndex(path))
  expect(listed.toSorted()).toEqual(kept.toSorted())
  expect(readFileSync(join(builtSite, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${host}/sitemap-index.xml`)
})

test('every page that may be kept says its address, what it is about, and shows a picture that is there', () => {
  const descriptions = new Map<string, string>()
  for (const path of builtPages().filter((page) => !isNoIndex(page))) {
    const html = htmlOf(path)
    expect(html).toContain(`<link rel="canonical" href="${host}${path}">`)
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? ''
    expect(descriptions.get(title), `${title} at ${path}`).toBeUndefined()
    descriptions.set(title, path)
    expect(metaOf(html, 'description')?.length, path).toBeGreaterThan(10)
    const image = metaOf(html, 'og:image') ?? ''
    expect(existsSync(join(builtSite, image.slice(host.length))), `${image} of ${path}`).toBe(true)
  }
  expect(metaOf(htmlOf(kindsOfPages.recap), 'og:image')).toBe(
    `${host}/og${kindsOfPages.recap.slice(0, -1)}.png`,
  )
})

test('the pictures that are shown where pages are shared are as large as the pages say', () => {
  const cards = filesBelow(join(builtSite, 'og'))
  expect(cards.length).toBeGreaterThan(30)
  for (const card of cards) {
    const bytes = readFileSync(join(builtSite, 'og', card))
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], card).toEqual([1200, 630])
    expect(bytes.length, card).toBeLessThan(600_000)
  }
})

test('icons of the manifest are there', () => {
  const manifest = JSON.parse(readFileSync(join(builtSite, 'manifest.webmanifest'), 'utf8'))
  expect(manifest).toMatchObject({ name: 'Any Other Business', lang: 'en-GB' })
  for (const { src } of manifest.icons) expect(existsSync(join(builtSite, src)), src).toBe(true)
})

test('no page does what its content policy forbids, nor what the headers forbid', async ({ page }) => {
  const policy = /Content-Security-Policy: (.*)/.exec(readFileSync(join(builtSite, '_headers'), 'utf8'))?.[1]
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/)
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy ?? '' },
    })
  })
  for (const path of Object.values(kindsOfPages)) {
    await page.goto(path)
    expect(
      await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'),
    ).toContain("script-src 'self'")
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForLoadState('networkidle')
  }
  await page.goto('/search/?q=parrot')
  await expect(page.getByRole('link', { name: 'The parrot took the minutes' })).toBeVisible()
  expect(refused).toEqual([])
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "run"'
    document.body.append(script)
  })
  expect(await page.title()).not.toBe('run')
  expect(refused).toHaveLength(2)
})
