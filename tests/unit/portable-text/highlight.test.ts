import { describe, expect, it } from 'vitest'
import type { CodeBlock } from '../../../src/portable-text/body.ts'
import { highlightFor } from '../../../src/portable-text/highlight/highlight.ts'
import { bodyHtml } from '../../../src/portable-text/html.ts'
import { en } from '../../../src/words/en.ts'

const code = (language: string | undefined, text: string): CodeBlock => ({ _type: 'code', language, code: text })
const shown = async (block: CodeBlock) => {
  const html = bodyHtml([block], en, await highlightFor([block]))
  return /<code[^>]*>([\s\S]*)<\/code>/.exec(html)?.[1]
}

describe('code is highlighted', () => {
  it.each([
    [
      'sql',
      "select name from risks where owner = 'nobody' -- still\nlimit 10",
      '<span class="keyword">select</span> <span class="keyword">name</span> <span class="keyword">from</span> risks <span class="keyword">where</span> owner <span class="keyword">=</span> <span class="string">&#39;nobody&#39;</span><span class="comment"> -- still</span>\n<span class="keyword">limit</span> <span class="number">10</span>',
    ],
    [
      'py',
      'def late(days: int) -> str:\n    return f"{days} days"  # as ever',
      undefined,
    ],
  ])('in %s', async (language, text, html) => {
    const result = await shown(code(language, text))
    if (html !== undefined) expect(result).toBe(html)
    expect(result).toMatch(/class="keyword"/)
    expect(result).not.toContain('style=')
  })

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
