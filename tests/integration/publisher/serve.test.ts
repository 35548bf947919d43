import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { serveFolder } from '../../../scripts/publisher/serve.ts'
import { redirectsFile } from '../../../src/press/formats/redirects.ts'
import { headersFile } from '../../../src/press/formats/site-files.ts'

/** A small site in a folder, and what answers for it. */
const test = base.extend<{ site: { folder: string; get(path: string): Promise<Response> } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'served-'))
    for (const [file, text] of Object.entries({
      _headers: headersFile({ kind: 'headers', contentPolicy: "default-src 'none'" }),
      _redirects: redirectsFile({
        kind: 'redirects',
        rules: [
          { from: '/recaps/old/', to: '/recaps/new/' },
          { from: '/recaps/naïve/', to: '/recaps/new/' },
        ],
      }),
      '404.html': 'Not here',
      'recaps/new/index.html': 'The new one',
      'recaps/old/index.html': 'It has moved',
      '_astro/page.css': 'p {}',
    })) {
      mkdirSync(join(folder, file, '..'), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const { server, port } = await serveFolder(folder, '127.0.0.1', 0)
    await use({
      folder,
      get: (path) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' }),
    })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true })
  },
})

describe('the local site', () => {
  test('sends the headers that a static host would', async ({ site }) => {
    const page = await site.get('/recaps/new/')
    expect(await page.text()).toBe('The new one')
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'self'")
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const style = await site.get('/_astro/page.css')
    expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(style.headers.get('x-content-type-options')).toBe('nosniff')
    const missing = await site.get('/nowhere/')
    expect([missing.status, missing.headers.get('x-content-type-options')]).toEqual([404, 'nosniff'])
  })

  test('keeps nothing for ever that is not there', async ({ site }) => {
    const missing = await site.get('/_astro/gone.css')
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, null])
  })

  test('leads on from old addresses, with what is asked of them', async ({ site }) => {
    for (const path of ['/recaps/old/', '/recaps/na%C3%AFve/', '/recaps/na%c3%afve/']) {
      const { status, headers } = await site.get(`${path}?from=feed`)
      expect([status, headers.get('location')], path).toEqual([301, '/recaps/new/?from=feed'])
    }
  })

  test('follows its files when they change, and needs none of them', async ({ site }) => {
    writeFileSync(join(site.folder, '_redirects'), '/recaps/older/ /recaps/new/ 301\n')
    expect((await site.get('/recaps/older/')).status).toBe(301)
    expect(await (await site.get('/recaps/old/')).text()).toBe('It has moved')
    rmSync(join(site.folder, '_redirects'))
    rmSync(join(site.folder, '_headers'))
    expect((await site.get('/recaps/older/')).status).toBe(404)
    expect((await site.get('/recaps/new/')).headers.get('x-content-type-options')).toBeNull()
  })

  test('answers an address that is none', async ({ site }) => {
    expect((await site.get('//')).status).toBe(404)
    expect((await site.get('/%')).status).toBe(404)
  })
})
