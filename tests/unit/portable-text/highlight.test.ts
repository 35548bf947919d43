import { describe, expect, it } from 'vitest'
import type { CodeBlock } from '../../../src/portable-text/body.ts'
import { highlightFor } from '../../../src/portable-text/highlight/highlight.ts'
import { bodyHtml } from '../../../src/portable-text/html.ts'
import { en } from '../../../src/words/en.ts'

const code = (language: string | undefined, text: string): CodeBlock => ({
  _type: 'code',
  language,
  code: text,
})
const shown = async (block: CodeBlock) => {
  const html = bodyHtml([block], en, { highlight: await highlightFor([block]) })
  return /<code[^>]*>([\s\S]*)<\/code>/.exec(html)?.[1]
}

describe('code is highlighted', () => {
  it.each([
    [
      'sql',
      'select 1 -- one',
      '<span class="keyword">select</span> <span class="number">1</span> <span class="comment">-- one</span>',
    ],
    [
      'py',
      'return "late"',
      '<span class="keyword">return</span> <span class="string">&quot;late&quot;</span>',
    ],
    ['TypeScript', 'call(1)', '<span class="name">call</span>(<span class="number">1</span>)'],
  ])('in %s', async (language, text, html) => expect(await shown(code(language, text))).toBe(html))

  it('with every character as it was typed', async () => {
    const text = 'const a = "<b>" && `it’s -- "x"...`\n\n\tif (a  <  1) return\n'
    const html = (await shown(code('ts', text))) ?? ''
    const read = html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
    expect(read).toBe(text)
  })
})

describe('code is shown as it is', () => {
  it.each([
    ['in no language', undefined],
    ['in a language that nobody knows', 'klingon'],
    ['in one named like a property of every object', 'constructor'],
  ])('%s', async (_, language) => {
    expect(await shown(code(language, 'if (a) "b"'))).toBe('if (a) &quot;b&quot;')
  })

  it('where it is very long', async () => {
    expect(await shown(code('sql', 'select 1;'.repeat(6000)))).not.toContain('<span')
  })
})

it('nothing is loaded for a page without code', async () => {
  expect(await highlightFor([{ _type: 'divider' }, code('klingon', 'x')])).toBeUndefined()
})
