import { expect, test } from 'vitest'
import { importsOf, isBarrel } from './imports.ts'

const value = (specifier: string) => ({ specifier, typeOnly: false })
const type = (specifier: string) => ({ specifier, typeOnly: true })

test.each([
  { file: 'a.ts', text: "import a from './x.ts'", found: [value('./x.ts')] },
  { file: 'a.ts', text: "import './x.css'", found: [value('./x.css')] },
  { file: 'a.ts', text: "import * as a from 'astro:content'", found: [value('astro:content')] },
  { file: 'a.ts', text: "import type { A } from './x.ts'", found: [type('./x.ts')] },
  // The module is loaded all the same: the braces are emptied, the import stays.
  { file: 'a.ts', text: "import { type A } from './x.ts'", found: [value('./x.ts')] },
  { file: 'a.ts', text: "export { a } from './x.ts'", found: [value('./x.ts')] },
  { file: 'a.ts', text: "export * from './x.ts'", found: [value('./x.ts')] },
  { file: 'a.ts', text: "export type { A } from './x.ts'", found: [type('./x.ts')] },
  { file: 'a.ts', text: "const a: import('./x.ts').A = 1", found: [type('./x.ts')] },
  { file: 'a.ts', text: "const f = async () => (await import('./x.ts')).a", found: [value('./x.ts')] },
  { file: 'a.ts', text: 'import(`./x.ts`)', found: [value('./x.ts')] },
  { file: 'a.ts', text: "new Worker(new URL('./x.ts', import.meta.url))", found: [value('./x.ts')] },
  { file: 'a.ts', text: "new URL('./x/', import.meta.url)", found: [] },
  { file: 'a.ts', text: "new URL('./x.ts', 'https://example.org')", found: [] },
  { file: 'a.ts', text: '// import a from "./x.ts"\nconst a = "import \'./y.ts\'"', found: [] },
  {
    file: 'a.tsx',
    text: "import a from './x.ts'\nconst b = <p>import './y.ts'</p>",
    found: [value('./x.ts')],
  },
  {
    file: 'a.astro',
    text: "---\nimport a from './x.ts'\n---\n<p>import './y.ts'</p>",
    found: [value('./x.ts')],
  },
  { file: 'a.astro', text: "---\r\nimport a from './x.ts'\r\n---\r\n<p />", found: [value('./x.ts')] },
  {
    file: 'a.astro',
    text: "<p>no frontmatter</p>\n<script>import './x.ts'</script>",
    found: [value('./x.ts')],
  },
  { file: 'a.astro', text: "---\n---\n<script src='./x.ts'></script>", found: [value('./x.ts')] },
  { file: 'a.astro', text: "---\n---\n<script is:inline src='/x.js'></script>", found: [] },
  { file: 'a.astro', text: "---\n---\n<!-- <script>import './x.ts'</script> -->", found: [] },
  {
    file: 'a.mdx',
    text: "import A from './A.astro'\nimport B from './B.astro'\n\nimport nothing is hard",
    found: [value('./A.astro'), value('./B.astro')],
  },
  {
    file: 'a.mdx',
    text: "---\ntitle: a\n---\n\nexport { a } from './x.ts'\n\nText",
    found: [value('./x.ts')],
  },
  { file: 'a.mdx', text: "Text\n\n```ts\n\nimport './x.ts'\n\n```\n", found: [] },
])('$file: $text', ({ file, text, found }) => {
  expect(importsOf(file, text)).toEqual(found)
})

test.each([
  { text: "export { a } from './a.ts'\nexport * from './b.ts'", barrel: true },
  { text: "export { a } from './a.ts'\nexport const b = 1", barrel: false },
  { text: 'const a = 1\nexport { a }', barrel: false },
  { text: '', barrel: false },
])('barrel: $barrel for $text', ({ text, barrel }) => {
  expect(isBarrel('a.ts', text)).toBe(barrel)
})
