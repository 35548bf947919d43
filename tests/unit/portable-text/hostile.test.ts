import { parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { rssFeed } from '../../../src/feeds/rss.ts'
import { bodyHtml, feedHtml } from '../../../src/portable-text/html.ts'
import { en } from '../../../src/words/en.ts'
import {
  keyedRef,
  paragraph,
  ref,
  storedAsset,
  storedAuthor,
  storedRecap,
  storedSettings,
  storedTopic,
} from '../../support/documents.ts'
import { skeletonOf } from '../../support/markup.ts'
import { viewAt } from '../../support/views.ts'

const span = (text: string, ...marks: string[]) => ({ _type: 'span', text, marks })
const image = (words: string) => ({
  _type: 'image',
  asset: ref('image-pub-2000x1000-jpg'),
  alt: words,
  caption: words,
  credit: words,
})

/** Every block, with the words wherever an organiser can write some. */
const bodyOf = (words: string) => [
  ...['normal', 'h2', 'h3', 'h4', 'blockquote'].map((style) => paragraph(words, { style })),
  paragraph(words, { listItem: 'bullet' }),
  paragraph(words, { listItem: 'number' }),
  paragraph('', { children: [span(words, 'strong', 'em', 'code', 'strike-through')] }),
  ...[`https://example.org/${words}`, `mailto:${words}`, `/search/?q=${words}`].map((href) =>
    paragraph('', { markDefs: [{ _type: 'link', _key: 'l', href }], children: [span(words, 'l')] }),
  ),
  image(words),
  { _type: 'gallery', images: [image(words), image(words)], caption: words },
  { _type: 'pullQuote', text: words, attribution: words },
  { _type: 'callout', kind: 'tip', text: [paragraph(words)] },
  { _type: 'code', code: words, language: words, filename: words },
  { _type: 'embed', url: `https://example.org/?q=${words}`, title: words },
  { _type: 'embed', url: `https://example.org/#${words}` },
  { _type: 'embed', url: 'https://youtu.be/x', title: words },
  {
    _type: 'table',
    caption: words,
    headerRow: true,
    rows: [{ cells: [words, words] }, { cells: [words, words] }],
  },
]

/** A site whose every word was written by the same hand. */
const siteOf = (words: string) => [
  storedSettings({ title: words, description: words }),
  storedAuthor('ada', { name: words }),
  storedTopic('tools', { title: words }),
  storedAsset('pub', 2000, 1000),
  storedRecap('r', {
    title: words,
    standfirst: words,
    topics: [keyedRef('tools')],
    cover: image(words),
    body: bodyOf(words),
  }),
]

const resolvedBody = (words: string) => viewAt('recap', '/recaps/r/', siteOf(words)).body

const readFeed = (words: string) => {
  const feed = parseRssFeed(rssFeed(viewAt('feed', '/rss.xml', siteOf(words))))
  const [item] = feed.items ?? []
  return { feed, item }
}

describe.each([
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '</script><script>alert(1)</script>',
  '</title></figcaption></code></pre></td></a><svg onload=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' onmouseover='alert(1)' x='",
  '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;',
  ']]><script>alert(1)</script><![CDATA[',
  '--><iframe src=//evil.example></iframe>',
])('%s, wherever words can be written', (words) => {
  it('adds no element and no attribute to a page', () => {
    const html = bodyHtml(resolvedBody(words), en)
    expect(skeletonOf(html)).toEqual(skeletonOf(bodyHtml(resolvedBody('words'), en)))
  })

  it('adds none to what a feed reader shows', () => {
    const site = 'https://blog.example'
    const html = feedHtml(resolvedBody(words), site, en)
    expect(skeletonOf(html)).toEqual(skeletonOf(feedHtml(resolvedBody('words'), site, en)))
  })

  it('leaves the feed whole: its HTML has the same elements, its names say what was written', () => {
    const { feed, item } = readFeed(words)
    const plain = readFeed('words')
    expect(skeletonOf(item?.content?.encoded ?? '')).toEqual(
      skeletonOf(plain.item?.content?.encoded ?? 'none'),
    )
    expect(Object.keys(feed)).toEqual(Object.keys(plain.feed))
    expect(Object.keys(item ?? {})).toEqual(Object.keys(plain.item ?? {}))
    expect(feed).toMatchObject({ title: words, items: [{ title: words }] })
    expect(item).toMatchObject({ dc: { creators: [words] }, categories: [{ name: words }] })
  })

  it('is read as words in descriptions, which feed readers take for HTML', () => {
    const { feed, item } = readFeed(words)
    expect(skeletonOf(feed.description ?? '<none>')).toEqual([])
    expect(skeletonOf(item?.description ?? '<none>')).toEqual([])
  })
})

it('the site of hostile words shows every block that it has', () => {
  const skeleton = skeletonOf(bodyHtml(resolvedBody('words'), en)).join(' ')
  for (const tag of [
    'h2[id]',
    'a[href]',
    'code[class]',
    'caption[]',
    'figcaption[]',
    'small[class]',
    'th[scope]',
  ])
    expect(skeleton).toContain(tag)
})
