import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** A layout of a recap, as organisers choose it. `name` is its file in content/templates without `.mdx`. */
export type Template = { name: string; title: string; description: string }

const folder = fileURLToPath(new URL('../../content/templates', import.meta.url))

/** Every layout in content/templates, by its front matter's `title` and `description`. */
export function readTemplates(): Template[] {
  return globSync('*.mdx', { cwd: folder }).sort().map(readTemplate)
}

function readTemplate(file: string): Template {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(`${folder}/${file}`, 'utf8'))?.[1]
  const values: unknown = frontMatter ? parse(frontMatter) : undefined
  return {
    name: basename(file, '.mdx'),
    title: textIn(values, 'title', file),
    description: textIn(values, 'description', file),
  }
}

function textIn(values: unknown, key: string, file: string): string {
  const value = typeof values === 'object' && values ? Reflect.get(values, key) : undefined
  if (typeof value === 'string' && value) return value
  throw new Error(
    `content/templates/${file} has no "${key}" in its front matter. Organisers choose layouts by it: add one.`,
  )
}
