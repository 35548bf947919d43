import { describe, expect, it } from 'vitest'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { isForMachines, machineText } from '../../../src/press/formats/machine-text.ts'
import { render } from '../../../src/press/render.ts'
import {
  keyedRef,
  paragraph,
  ref,
  storedAsset,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedTopic,
  storedVenue,
} from '../../support/documents.ts'
import { skeletonOf } from '../../support/markup.ts'
import { root } from '../../support/root.ts'
import { documentsOf, siteOf, testMoment } from '../../support/sites.ts'

const image = (words: string) => ({
  _type: 'image',
  asset: ref('image-pub-2000x1000-jpg'),
  alt: words,
  caption: words,
  credit: words,
})
const link = (words: string) => ({
  _key: 'k',
  _type: 'labelledLink',
  label: words,
  url: `https://example.org/?q=${encodeURIComponent(words)}`,
})

/** A site with every kind of page, whose every word was written by the same hand. */
const documents = (words: string) => [
  storedSettings({
    title: words,
    tagline: words,
    description: words,
    logo: image(words),
    menu: [{ label: words, path: '/recaps/' }],
    footer: [paragraph(words)],
    socialLinks: [link(words)],
  }),
  storedAsset('pub', 2000, 1000),
  storedAuthor('ada', {
    name: words,
    role: words,
    portrait: image(words),
    bio: [paragraph(words)],
    links: [link(words)],
  }),
  storedAuthor('idle', { name: words }),
  storedTopic('tools', { title: words, description: words }),
  storedVenue('pub', {
    name: words,
    address: words,
    nearestStation: words,
    accessNotes: words,
    photo: image(words),
    website: 'https://pub.example/',
    location: { lat: 51, lng: 0 },
  }),
  ...['was', 'next'].map((id) =>
    storedEvent(id, {
      title: words,
      venue: ref('pub'),
      cover: image(words),
      capacityNote: words,
      description: [paragraph(words)],
      bookingUrl: 'https://book.example/',
      ...(id === 'was' ? { startsAt: '2026-01-08T18:30:00Z', endsAt: undefined } : {}),
    }),
  ),
  ...['r', 's'].map((id) =>
    storedRecap(id, {
      title: words,
      standfirst: words,
      topics: [keyedRef('tools')],
      event: ref('was'),
      cover: image(words),
      seo: { title: words, description: words },
      previousPaths: [words, `/old/${id}/`],
      body: [paragraph(words, { style: 'h2' }), paragraph(words)],
    }),
  ),
]

const hostile = [
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</script><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<!--<script>alert(1)//-->',
  ']]><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}} #{alert(1)}',
  'javascript:alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#x3C;',
  '\u2028\u2029"};alert(1)//',
  'x\n/* https://evil.example/ 200\nX-Frame-Options: ALLOWALL',
  '\u202eright to left\u202c مرحبا',
]

/** What each address renders to. */
async function rendered(words: string): Promise<Map<string, string>> {
  const { renderPage } = await compiledBundle(root)
  const site = siteOf(documentsOf(...documents(words)), testMoment)
  const texts = new Map<string, string>()
  for (const path of site.addresses()) {
    const view = site.view(path)
    if (!view) throw new Error(`Nothing stands at ${path}.`)
    const drawShareCard = () => Promise.reject(new Error('Nothing is drawn here.'))
    const text = await render(path, view, { renderPage, drawShareCard })
    texts.set(path, isForMachines(view) ? machineText(view) : String(text))
  }
  return texts
}

/** A text may have lines, and a direction of its own. */
const elementsOf = (html: string) =>
  skeletonOf(html)
    .filter((element) => element !== 'br[]')
    .map((element) => element.replace(/ ?\bdir\b/, ''))
const isPage = (path: string) => /(?:\/|\.html)$/.test(path)
const structured = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, json = '']) =>
    JSON.stringify(JSON.parse(json), (key, value) =>
      typeof value === 'string' && !key.startsWith('@') ? '' : value,
    ),
  )

describe.each(hostile)('a site whose every word is %j', (words) => {
  it('has the same pages, elements and attributes as one of harmless words: it is shown as text', async () => {
    const [one, other] = [await rendered('Harmless words'), await rendered(words)]
    expect([...other.keys()]).toEqual([...one.keys()])
    for (const [path, text] of one) {
      const changed = other.get(path) ?? ''
      if (isPage(path)) {
        expect(elementsOf(changed), path).toEqual(elementsOf(text))
        expect(structured(changed), path).toEqual(structured(text))
        expect(changed).not.toMatch(/(?:href|src|action)="(?:javascript|data):/)
      } else if (!path.endsWith('.xml') && !path.endsWith('.webmanifest')) expect(changed, path).toBe(text)
    }
    const manifest = JSON.parse(other.get('/manifest.webmanifest') ?? '')
    expect(manifest.name).toBe(words.trim())
  })
})
