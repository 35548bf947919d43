import { describe, expect, it } from 'vitest'
import { body as schema } from '../../../src/cms/schemas/portable-text.ts'
import { bodyHtml } from '../../../src/portable-text/html.ts'
import { en } from '../../../src/words/en.ts'
import { ref, storedAsset, storedAuthor, storedRecap } from '../../support/documents.ts'
import { viewAt } from '../../support/views.ts'

type Stored = Record<string, unknown>

const span = (text: string, ...marks: string[]) => ({ _type: 'span', text, marks })
const block = (children: Stored[], fields: Stored = {}): Stored => ({ _type: 'block', children, ...fields })
const text = (words: string, fields: Stored = {}) => block([span(words)], fields)
const item = (words: string, level: number | undefined, listItem: 'bullet' | 'number' = 'bullet') =>
  text(words, { listItem, ...(level === undefined ? {} : { level }) })
const link = (key: string, href: string) => ({ _type: 'link', _key: key, href })

/** From what a lake stores to what a page shows. */
const rendered = (...body: Stored[]) => {
  const documents = [storedAuthor('ada'), storedAsset('pub', 2000, 1000), storedRecap('r', { body })]
  return bodyHtml(viewAt('recap', '/recaps/r/', documents).body, en)
}

describe('what editors store', () => {
  it.each<[string, Stored[], string]>([
    ['nothing', [], ''],
    ['a span', [text('Plain.')], '<p>Plain.</p>'],
    ['several spans', [block([span('One. '), span('Two.')])], '<p>One. Two.</p>'],
    ['an empty block', [block([])], ''],
    ['blocks without keys and styles', [text('a'), text('b')], '<p>a</p><p>b</p>'],
    [
      'every style',
      ['h2', 'h3', 'h4', 'blockquote'].map((style) => text(style, { style })),
      '<h2 id="on-h2">h2</h2><h3 id="on-h3">h3</h3><h4 id="on-h4">h4</h4><blockquote><p>blockquote</p></blockquote>',
    ],
    [
      'every mark',
      [
        block(
          [
            span('code', 'code'),
            span('strong', 'strong'),
            span('em', 'em'),
            span('gone', 'strike-through'),
            span('link', 'l'),
          ],
          { markDefs: [link('l', 'https://example.org/')] },
        ),
      ],
      '<p><code>code</code><strong>strong</strong><em>em</em><s>gone</s><a href="https://example.org/">link</a></p>',
    ],
    [
      'a mark of one span',
      [block([span('grep', 'code'), span(' finds.')])],
      '<p><code>grep</code> finds.</p>',
    ],
    [
      'a mark of spans side by side, once',
      [block([span('A word of', 'strong'), span(' warning', 'strong'), span('.')])],
      '<p><strong>A word of warning</strong>.</p>',
    ],
    [
      'a mark in a mark',
      [block([span('A word of ', 'strong'), span('warning', 'strong', 'em'), span('.')])],
      '<p><strong>A word of <em>warning</em></strong>.</p>',
    ],
    [
      'marks in another order in each span, as if it were one',
      [block([span('one', 'em', 'strong'), span(' two', 'strong', 'em')])],
      '<p><strong><em>one two</em></strong></p>',
    ],
    [
      'a link whose words have marks of their own',
      [
        block([span('the ', 'l'), span('app', 'l', 'strong', 'em'), span(' itself', 'em', 'l'), span('.')], {
          markDefs: [link('l', 'https://example.org/')],
          style: 'blockquote',
        }),
      ],
      '<blockquote><p><a href="https://example.org/">the <em><strong>app</strong> itself</em></a>.</p></blockquote>',
    ],
    ['line breaks', [text('One\nline\n\nthen.')], '<p>One<br>line<br><br>then.</p>'],
    ['several spaces', [text('a   b')], '<p>a&nbsp;&nbsp; b</p>'],
    ['several spaces in code', [block([span('a   b', 'code')])], '<p><code>a   b</code></p>'],
    ['letters and marks of every kind', [text('- é ’ <&>')], '<p>- é ’ &lt;&amp;&gt;</p>'],
    ['bullets', [item('a', 1), item('b', 1)], '<ul><li>a</li><li>b</li></ul>'],
    ['numbers', [item('a', 1, 'number'), item('b', 1, 'number')], '<ol><li>a</li><li>b</li></ol>'],
    ['a list without levels', [item('a', undefined), item('b', undefined)], '<ul><li>a</li><li>b</li></ul>'],
    [
      'lists in lists',
      [item('a', 1), item('b', 2), item('c', 3), item('d', 2), item('e', 1)],
      '<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>',
    ],
    [
      'a list that changes its kind',
      [item('a', 1), item('b', 1, 'number'), item('c', 2, 'number'), item('d', 1)],
      '<ul><li>a</li></ul><ol><li>b<ol><li>c</li></ol></li></ol><ul><li>d</li></ul>',
    ],
    [
      'a list that skips a level',
      [item('a', 1), item('b', 3), item('c', 2), item('d', 1)],
      '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>',
    ],
    ['a list that begins too deep', [item('a', 3), item('b', 1)], '<ul><li>a</li><li>b</li></ul>'],
    [
      'lists with an empty paragraph between',
      [item('a', 1), text(''), item('b', 1)],
      '<ul><li>a</li></ul><ul><li>b</li></ul>',
    ],
    [
      'a list item that is a heading',
      [text('a', { style: 'h3', listItem: 'bullet', level: 1 })],
      '<ul><li><h3 id="on-a">a</h3></li></ul>',
    ],
    [
      'a mark whose definition is there and never used',
      [block([span('a')], { markDefs: [link('l', '/')] })],
      '<p>a</p>',
    ],
    ['a footnote', [text('* Not counting the darts.')], '<p class="note">* Not counting the darts.</p>'],
    ['a power, which is none', [text('10² of them')], '<p>10² of them</p>'],
    [
      'words that run the other way',
      [text('שלום'), text('السلام', { style: 'h2' })],
      '<p dir="auto">שלום</p><h2 id="on-السلام" dir="auto">السلام</h2>',
    ],
  ])('is shown: %s', (_, body, html) => expect(rendered(...body)).toBe(html))

  it('is shown: a picture, as its crop leaves it', () => {
    const image = {
      _type: 'image',
      asset: ref('image-pub-2000x1000-jpg'),
      alt: 'A pub',
      crop: { left: 0.25, right: 0.25, top: 0.1, bottom: 0.1 },
      hotspot: { x: 0.5, y: 0.5, width: 0.5, height: 0.8 },
    }
    const html = rendered(image)
    expect(html).toContain('src="/images/pub-2000x1000-jpg/500-100-1000-800/1000.webp"')
    expect(html).toContain('width="1000" height="800" alt="A pub"')
  })
})

describe('what the site does not know', () => {
  it.each<[string, Stored]>([
    ['a style', text('a', { style: 'h1' })],
    ['a kind of list', text('a', { listItem: 'square' })],
    ['a mark', block([span('a', 'underline')])],
    ['a mark that is defined nowhere', block([span('a', 'abc', 'em')])],
    ['a mark with a definition', block([span('a', 'm')], { markDefs: [{ _type: 'highlight', _key: 'm' }] })],
    ['something between the words', block([span('a'), { _type: 'rating', rating: 5 }])],
    ['a picture between the words', block([span('a'), { _type: 'image', url: 'https://x.example/a.png' }])],
    ['a link that runs a script', block([span('a', 'l')], { markDefs: [link('l', 'javascript:alert(1)')] })],
    ['a link that is data', block([span('a', 'l')], { markDefs: [link('l', 'data:text/html,x')] })],
    ['a block', { _type: 'poll', question: 'a' }],
    ['a picture without a description', { _type: 'image', asset: ref('image-pub-2000x1000-jpg') }],
  ])('sets the whole recap aside: %s', (_, stored) => {
    expect(schema.safeParse([text('fine'), stored]).success).toBe(false)
  })
})
