import { describe, expect, it } from 'vitest'
import type { Block, Picture, TextBlock } from '../../../src/portable-text/body.ts'
import { bodyHtml, feedHtml } from '../../../src/portable-text/html.ts'
import { en } from '../../../src/words/en.ts'

const text = (words: string, block: Partial<TextBlock> = {}): TextBlock => ({
  _type: 'block',
  _key: words,
  style: 'normal',
  markDefs: [],
  children: [{ _type: 'span', _key: 's', text: words, marks: [] }],
  ...block,
})
const marked = (words: string, mark: string) =>
  text(words, { children: [{ _type: 'span', _key: 's', text: words, marks: [mark] }] })
const picture: Picture = {
  src: '/images/a/960.webp',
  srcset: '/images/a/480.webp 480w, /images/a/960.webp 960w',
  width: 960,
  height: 540,
  alt: 'A <pub> & "more"',
}
const pair = { small: picture, large: { ...picture, src: '/images/a/2200.webp' } }

describe('bodyHtml', () => {
  it.each<[string, Block[], string]>([
    ['a paragraph', [text('Hello')], '<p>Hello</p>'],
    ['an empty paragraph', [text('')], ''],
    [
      'markup as text',
      [text('<script>alert("&")</script>')],
      '<p>&lt;script&gt;alert(“&amp;”)&lt;/script&gt;</p>',
    ],
    ['a line break', [text('one\ntwo')], '<p>one<br>two</p>'],
    ['strong', [marked('x', 'strong')], '<p><strong>x</strong></p>'],
    ['emphasis', [marked('x', 'em')], '<p><em>x</em></p>'],
    ['code', [marked('a < b', 'code')], '<p><code>a &lt; b</code></p>'],
    ['strike-through', [marked('x', 'strike-through')], '<p><s>x</s></p>'],
    ['a heading', [text('Skills', { style: 'h2', anchor: 'on-skills' })], '<h2 id="on-skills">Skills</h2>'],
    ['an empty heading', [text(' ', { style: 'h3' })], ''],
    ['a quote', [text('x', { style: 'blockquote' })], '<blockquote><p>x</p></blockquote>'],
    [
      'nested lists',
      [
        text('a', { listItem: 'bullet', level: 1 }),
        text('b', { listItem: 'number', level: 2 }),
        text('c', { listItem: 'bullet', level: 1 }),
      ],
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
    ],
    ['a divider', [{ _type: 'divider' }], '<hr>'],
    [
      'a pull quote',
      [{ _type: 'pullQuote', text: 'Same <thing>', attribution: 'Femi' }],
      '<figure class="pull"><blockquote><p>Same &lt;thing&gt;</p></blockquote><figcaption>Femi</figcaption></figure>',
    ],
    [
      'a callout',
      [{ _type: 'callout', kind: 'tip', text: [text('Ask.')] }],
      '<div class="callout tip" role="note"><b>Tip</b> <p>Ask.</p></div>',
    ],
    [
      'code',
      [{ _type: 'code', code: 'if (a  <  b)\n\treturn', language: 'js', filename: 'a.js' }],
      '<figure class="code" dir="ltr"><figcaption>a.js</figcaption><pre tabindex="0"><code class="language-js">if (a  &lt;  b)\n\treturn</code></pre></figure>',
    ],
    [
      'a table with a head',
      [
        {
          _type: 'table',
          caption: 'Who',
          headerRow: true,
          rows: [{ cells: ['', 'Now'] }, { cells: ['a', '<b>'] }],
        },
      ],
      '<div class="table" role="region" aria-label="Who" tabindex="0"><table><caption><span>Who</span></caption><thead><tr><td></td> <th scope="col">Now</th></tr></thead><tbody><tr><th scope="row">a</th> <td>&lt;b&gt;</td></tr></tbody></table></div>',
    ],
    [
      'an embed',
      [{ _type: 'embed', url: 'https://www.youtube.com/watch?v=abcdefghij_&t=2', title: 'A talk' }],
      '<p class="embed video"><a href="https://www.youtube.com/watch?v=abcdefghij_&amp;t=2" data-player="https://www.youtube-nocookie.com/embed/abcdefghij_?autoplay=1&amp;start=2"><b>A talk</b> <span>Video on YouTube</span> <small>Loads from YouTube when you play it</small></a></p>',
    ],
    [
      'an embed of another site',
      [{ _type: 'embed', url: 'https://example.org/x' }],
      '<p class="embed"><a href="https://example.org/x"><b>https://example.org/x</b> <span>example.org</span></a></p>',
    ],
  ])('renders %s', (_, body, html) => {
    expect(bodyHtml(body, en)).toBe(html)
  })

  it('describes pictures and says how large they are', () => {
    const html = bodyHtml([{ _type: 'picture', picture: { ...picture, caption: 'Dusk', credit: 'Ada' } }], en)
    expect(html).toContain('alt="A &lt;pub&gt; &amp; &quot;more&quot;"')
    expect(html).toContain('width="960" height="540"')
    expect(html).toContain(`srcset="${picture.srcset}"`)
    expect(html).toContain('<figcaption>Dusk <small class="credit">Ada</small></figcaption>')
  })

  it('throws for a block that it does not know, since content must not vanish', () => {
    // @ts-expect-error: such a block cannot be written, but a defect could make one
    expect(() => bodyHtml([{ _type: 'poll' }], en)).toThrow('poll')
  })
})

describe('feedHtml', () => {
  const site = 'https://blog.example'

  it('completes every address', () => {
    const link = text('there', {
      markDefs: [{ _type: 'link', _key: 'l', href: '/recaps/a/' }],
      children: [{ _type: 'span', _key: 's', text: 'there', marks: ['l'] }],
    })
    expect(feedHtml([link], site, en)).toBe('<p><a href="https://blog.example/recaps/a/">there</a></p>')
    const html = feedHtml([{ _type: 'gallery', pictures: [pair, pair] }], site, en)
    expect(html).toContain('src="https://blog.example/images/a/2200.webp"')
    expect(html).not.toMatch(/srcset|class="tone|popover/)
  })

  it('leaves addresses elsewhere as they are', () => {
    const mail = text('us', {
      markDefs: [{ _type: 'link', _key: 'l', href: 'mailto:us@blog.example' }],
      children: [{ _type: 'span', _key: 's', text: 'us', marks: ['l'] }],
    })
    expect(feedHtml([mail], site, en)).toContain('href="mailto:us@blog.example"')
  })

  it('has no anchors, which would clash with those of other entries', () => {
    expect(feedHtml([text('Skills', { style: 'h2', anchor: 'on-skills' })], site, en)).toBe('<h2>Skills</h2>')
  })
})
