import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { generateContent } from '../../../scripts/bench/content/generate.ts'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { bundleFolders } from '../../../src/press/bundle-folders.ts'
import type { PageView } from '../../../src/site/views/view.ts'
import { root } from '../../support/root.ts'
import { documentsOf, siteOf, testMoment } from '../../support/sites.ts'
import { viewAt } from '../../support/views.ts'

const content = [...generateContent({ recaps: 30 })]

const bundle = await compiledBundle(root)
const { app } = await import(pathToFileURL(bundleFolders(root, bundle.fingerprint).entry).href)

const route = (path: string) => (path === '/404.html' ? '/404/' : path)

function pathsOf(type: string, folder: string): string[] {
  const documents = content.filter((document) => document._type === type)
  return documents.map(({ slug }) => `/${folder}/${Object(slug).current}/`)
}

const pages: [PageView['kind'], string[]][] = [
  ['home', ['/']],
  ['archive', ['/recaps/']],
  ['recap', pathsOf('recap', 'recaps')],
  ['year', ['/recaps/2026/', '/recaps/2025/']],
  ['authors', ['/authors/']],
  ['author', pathsOf('author', 'authors')],
  ['topics', ['/topics/']],
  ['topic', pathsOf('topic', 'topics')],
  ['events', ['/events/']],
  ['event', pathsOf('event', 'events')],
  ['venues', ['/venues/']],
  ['venue', pathsOf('venue', 'venues')],
  ['search', ['/search/']],
  ['notFound', ['/404.html']],
]

it.each(pages)('renders pages that show a view of the kind “%s” as Astro does', async (kind, paths) => {
  expect(paths).not.toEqual([])
  for (const path of paths) {
    const view = viewAt(kind, path, content)
    const response = await app.render(new Request(new URL(route(path), 'https://blog.example')), {
      locals: { view },
    })
    expect(await bundle.renderPage(route(path), view)).toBe(await response.text())
  }
})

it('marks where a page stands in a menu, whichever page was rendered before', async () => {
  const [recap = ''] = pathsOf('recap', 'recaps')
  const year = viewAt('recap', recap, content).frame.crumbs.find(({ href }) => /\d\/$/.test(href ?? ''))?.href
  const menu = ['/recaps/', year].map((path) => ({ label: String(path), path }))
  const site = siteOf(
    documentsOf(
      ...content.map((document) => (document._type === 'siteSettings' ? { ...document, menu } : document)),
    ),
    testMoment,
  )
  const current = async (kind: 'recap' | 'year', path: string) => {
    const view = site.view(path)
    if (view?.kind !== kind) throw new Error(`There is no ${kind} at ${path}.`)
    const html = await bundle.renderPage(route(path), view)
    return [...html.matchAll(/<a href="([^"]+)" aria-current="(\w+)"/g)].map(([, href, how]) => [href, how])
  }
  expect(await current('recap', recap)).toEqual([['/recaps/', 'true']])
  expect(await current('year', String(year))).toEqual([
    ['/recaps/', 'true'],
    [year, 'page'],
  ])
})

it('renders pages of one route at the same time as it does one after the other', async () => {
  const code = { _type: 'code', _key: 'c', language: 'ts', code: 'const round = 1' }
  const site = siteOf(
    documentsOf(
      ...content.map((document, place) =>
        // What is highlighted has to be waited for.
        document._type === 'recap' && place % 2 === 0
          ? { ...document, body: [code, ...Array.from(Object(document).body)] }
          : document,
      ),
    ),
    testMoment,
  )
  const pages = pathsOf('recap', 'recaps').map((path) => {
    const view = site.view(path)
    if (view?.kind !== 'recap') throw new Error(`There is no recap at ${path}.`)
    return { path, view }
  })
  const together = await Promise.all(pages.map(({ path, view }) => bundle.renderPage(path, view)))
  const alone = []
  for (const { path, view } of pages) alone.push(await bundle.renderPage(path, view))
  expect(together).toEqual(alone)
  expect(together.filter((html) => html.includes('<span class="'))).not.toEqual([])
})

it('throws what goes wrong in a component, and renders the next page all the same', async () => {
  const view = viewAt('home', '/', content)
  await expect(bundle.renderPage('/recaps/', view)).rejects.toThrow(
    'This page shows a view of the kind “archive”, but was given “home”.',
  )
  const archive = viewAt('archive', '/recaps/', content)
  expect(await bundle.renderPage('/recaps/', archive)).toContain('<!DOCTYPE html>')
})
