/**
 * The TypeScript in a source file: all of a .ts file; of an Astro file the frontmatter and its scripts; of an MDX
 * file the imports and exports. Code that a document only shows is left out.
 */
export function typeScriptIn(path: string, text: string): string {
  if (path.endsWith('.astro')) return typeScriptOfAstro(text)
  if (path.endsWith('.mdx')) return typeScriptOfMdx(text)
  return text
}

function typeScriptOfAstro(text: string): string {
  const [, frontmatter = '', rest = text] = /^\s*---\r?\n(.*?)^---\s*$(.*)/ms.exec(text) ?? []
  const visible = rest.replaceAll(/<!--.*?-->/gs, '')
  const scripts = [...visible.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].map(
    ([, attributes = '', body = '']) => {
      const src = /\ssrc=["']([^"'{]+)["']/.exec(attributes)?.[1]
      return src?.startsWith('.') ? `import '${src}'` : body
    },
  )
  return [frontmatter, ...scripts].join('\n;\n')
}

function typeScriptOfMdx(text: string): string {
  const body = text.replace(/^---\r?\n.*?^---\s*$/ms, '').replaceAll(/^(`{3,}|~{3,}).*?^\1/gms, '')
  return body
    .split(/\r?\n\s*\r?\n/)
    .map((block) => block.trimStart())
    .filter((block) => /^(import|export)\s/.test(block))
    .join('\n;\n')
}
