import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { importsOf, isBarrel } from './imports.ts'

const sourceFile = /\.(ts|tsx|mts|js|jsx|mjs|astro|mdx)$/
const nobodysSource = /^(node_modules|dist|\..+)$/

/** The source files below a folder and what each imports. `leaveOut` are folders, as paths from `root`. */
export function readGraph(root: string, leaveOut: string[] = []): Graph {
  const graph: Graph = { files: [], folders: [], edges: [], unresolved: [], barrels: [] }
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name)
      if (nobodysSource.test(entry.name) || leaveOut.includes(path)) continue
      if (entry.isDirectory()) {
        graph.folders.push(path)
        walk(path)
      } else if (sourceFile.test(entry.name)) {
        addFile(graph, root, path)
      }
    }
  }
  walk('')
  return graph
}

function addFile(graph: Graph, root: string, path: string): void {
  const text = readFileSync(join(root, path), 'utf8')
  graph.files.push(path)
  if (/\.[jt]sx?$/.test(path) && isBarrel(path, text)) graph.barrels.push(path)
  for (const { specifier, typeOnly } of importsOf(path, text)) {
    const to = specifier.startsWith('.') ? resolve(root, path, specifier) : specifier
    if (to === undefined) graph.unresolved.push(`${path} → ${specifier}`)
    else graph.edges.push({ from: path, to, typeOnly })
  }
}

function resolve(root: string, from: string, specifier: string): string | undefined {
  const target = posix.join(dirname(from), specifier.replace(/[?#].*$/, ''))
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  return endings
    .map((ending) => target + ending)
    .find((path) => /\.\w+$/.test(path) && existsSync(join(root, path)))
}

/** Paths are from the root, with `/`. */
export type Graph = {
  files: string[]
  folders: string[]
  edges: Edge[]
  /** Relative imports of something that is not there. */
  unresolved: string[]
  barrels: string[]
}

/** `to` is a path of the project, or the specifier of a package or built-in module as it was written. */
export type Edge = { from: string; to: string; typeOnly: boolean }
