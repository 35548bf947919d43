import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { generateContent } from '../../../scripts/bench/content/generate.ts'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { bundleFolders } from '../../../src/press/bundle.ts'
import type { PageView } from '../../../src/site/views/view.ts'
import { root } from '../../support/root.ts'
import { viewAt } from '../../support/views.ts'

const content = [...generateContent({ recaps: 30 })]

const bundle = await compiledBundle(root)
const { app } = await import(pathToFileURL(bundleFolders(root, bundle.fingerprint).entry).href)

const address = (path: string) => new URL(path === '/404.html' ? '/404/' : path, 'https://blog.example')

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
  ['search', ['/search/']],
  ['notFound', ['/404.html']],
]

it.each(pages)('renders pages that show a view of the kind “%s” as Astro does', async (kind, paths) => {
  expect(paths).not.toEqual([])
  for (const path of paths) {
    const view = viewAt(kind, path, content)
    const response = await app.render(new Request(address(path)), { locals: { view } })
    expect(await bundle.renderPage(address(path), view)).toBe(await response.text())
  }
})

it('throws what goes wrong in a component', async () => {
  const view = viewAt('home', '/', content)
  await expect(bundle.renderPage(address('/recaps/'), view)).rejects.toThrow(
    'This page shows a view of the kind “archive”, but was given “home”.',
  )
})
