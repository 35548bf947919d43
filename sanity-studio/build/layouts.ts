import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, YAMLParseError } from 'yaml'
import { isNeedable, type Need, needable } from '../schema/rules/layout-needs.ts'

/**
 * A layout of a recap, as organisers choose it. `name` is its file in content/templates without `.mdx`, `picture` a
 * small drawing of it as a data address, `needs` what a recap has to have for it.
 */
export type Layout = { name: string; title: string; description: string; needs: Need[]; picture?: string }

const templates = fileURLToPath(new URL('../../content/templates', import.meta.url))

/** Every layout in a folder of MDX files, in the order of their front matter's `order`, then of their names. @throws where one does not say what it is */
export function readLayouts(folder = templates): Layout[] {
  const read = globSync('*.mdx', { cwd: folder }).map((file) => readLayout(folder, file))
  return read
    .toSorted((a, b) => compare(a.order, b.order) || a.layout.name.localeCompare(b.layout.name))
    .map(({ layout }) => layout)
}

function readLayout(folder: string, file: string): { layout: Layout; order: number } {
  const text = readFileSync(join(folder, file), 'utf8')
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1]
  const refuse = (problem: string) => new Error(`content/templates/${file} ${problem}`)
  const values = frontMatter === undefined ? undefined : read(frontMatter, refuse)
  const stated = (key: string): unknown =>
    typeof values === 'object' && values ? Reflect.get(values, key) : undefined
  const textIn = (key: string): string => {
    const value = stated(key)
    if (typeof value === 'string' && value) return value
    throw refuse(`has no "${key}" in its front matter. Organisers choose layouts by it: add one.`)
  }
  const needsIn = (): Need[] => {
    const needs = stated('needs') ?? []
    if (Array.isArray(needs) && needs.every(isNeedable)) return needs
    throw refuse(
      `needs something unknown. "needs" is a list of any of these: ${Object.keys(needable).join(', ')}.`,
    )
  }
  const pictureIn = (): string | undefined => {
    const name = stated('picture')
    if (name === undefined) return undefined
    const path =
      typeof name === 'string' && name === basename(name) && name.endsWith('.svg') && join(folder, name)
    if (!path || !existsSync(path)) {
      throw refuse(`names a picture that is not there: "picture" is the name of an SVG file beside it.`)
    }
    return `data:image/svg+xml,${encodeURIComponent(readFileSync(path, 'utf8'))}`
  }
  const orderIn = (): number => {
    const order = stated('order') ?? Number.POSITIVE_INFINITY
    if (typeof order === 'number') return order
    throw refuse('has an "order" that is no number. The lowest is offered first.')
  }
  return {
    layout: {
      name: basename(file, '.mdx'),
      title: textIn('title'),
      description: textIn('description'),
      needs: needsIn(),
      picture: pictureIn(),
    },
    order: orderIn(),
  }
}

function read(frontMatter: string, refuse: (problem: string) => Error): unknown {
  try {
    return parse(frontMatter)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    // Lines count from the dashes above it.
    const line = error.linePos && `, at line ${error.linePos[0].line + 1}`
    throw refuse(`has front matter that cannot be read${line ?? ''}: ${error.message.split(' at line')[0]}`)
  }
}

/** Two that have none are equal, where a subtraction would be no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
