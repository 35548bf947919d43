import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { breaches } from './breaches.ts'
import { readGraph } from './graph.ts'
import { rooms, rules } from './rules.ts'

const root = resolve(import.meta.dirname, '../..')
/** What breaks the rules on purpose, and what imports types that a check makes first (scripts/check/studio-types.ts). */
const apart = ['tests/fixtures/architecture', 'tests/agreement']
const graph = readGraph(root, apart)

test('dependencies run one way', () => {
  expect(breaches(graph, rules)).toEqual([])
})

test('every room of the table is there, and has a file in it', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  expect(folders.map((folder) => folder.name).sort()).toEqual(rooms.toSorted())
  const empty = rooms.filter((room) => globSync(`src/${room}/**/*.*`, { cwd: root }).length === 0)
  expect(empty).toEqual([])
})

test('every source file was seen', () => {
  const onDisk = ['src', 'content', 'scripts', 'sanity-studio', 'tests']
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,js,mjs,astro,mdx}`, { cwd: root, exclude }))
    .filter((path) => !apart.some((folder) => path.startsWith(`${folder}/`)))
  const seen = graph.files.filter((path) => path.includes('/'))
  expect(seen.toSorted()).toEqual(onDisk.toSorted())
  expect(onDisk.length).toBeGreaterThan(100)
})

test('every import that a plain search finds was seen', () => {
  const found = graph.files
    .filter((path) => !path.startsWith('tests/architecture/'))
    .flatMap((path) =>
      searchForImports(path).map((specifier) => `${path} ${fileIn(specifier).split('/').at(-1)}`),
    )
  const seen = new Set(graph.edges.map(({ from, to }) => `${from} ${to.split('/').at(-1)}`))
  expect(found.filter((one) => !seen.has(one))).toEqual([])
  expect(found.length).toBeGreaterThan(200)
})

/** Cruder than the graph on purpose: whole lines that begin with `import` and name a file or a package. */
function searchForImports(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/^import .*['"]([^'"]+)['"];?$/gm)].map(([, specifier = '']) => specifier)
}

/** What the bundler is told about a file of the project follows a question mark. */
function fileIn(specifier: string): string {
  return specifier.startsWith('.') ? specifier.replace(/\?.*$/, '') : specifier
}

function exclude(path: string): boolean {
  return /(^|\/)(node_modules|dist|\.\w+)(\/|$)/.test(path)
}
