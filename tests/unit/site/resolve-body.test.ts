import { expect, it } from 'vitest'
import { bodyHtml } from '../../../src/portable-text/html.ts'
import { en } from '../../../src/words/en.ts'
import { keyedRef, paragraph, ref, storedAsset, storedAuthor, storedRecap } from '../../support/documents.ts'
import { viewAt } from '../../support/views.ts'

const linkTo = (id: string) =>
  paragraph('', {
    markDefs: [{ _type: 'internalLink', _key: 'm', reference: ref(id) }],
    children: [{ _type: 'span', _key: 's', text: 'there', marks: ['strong', 'm'] }],
  })

/** The body of a recap as HTML, in a site with an author, another recap and one picture. */
function htmlOf(...body: object[]): string {
  const view = viewAt('recap', '/recaps/this/', [
    storedRecap('this', { body }),
    storedRecap('other', { slug: { current: 'where-it-is-now' } }),
    storedRecap('scheduled', { publishedAt: '2030-01-01T00:00:00Z' }),
    storedAuthor('ada'),
    storedAsset('beer', 2000, 1000),
  ])
  return bodyHtml(view.body, en)
}

it.each([
  ['other', '<p><a href="/recaps/where-it-is-now/"><strong>there</strong></a></p>'],
  ['ada', '<p><a href="/authors/ada/"><strong>there</strong></a></p>'],
  ['scheduled', '<p><strong>there</strong></p>'],
  ['gone', '<p><strong>there</strong></p>'],
])('links to %s where it is now, and not at all where it is not public', (id, html) => {
  expect(htmlOf(linkTo(id))).toBe(html)
})

it('gives pictures sizes and files for each width that the original has', () => {
  const image = { _type: 'image', asset: ref('image-beer-2000x1000-jpg'), alt: 'A pint "of" beer' }
  const html = htmlOf(image)
  expect(html).toContain('alt="A pint &quot;of&quot; beer"')
  expect(html).toContain('width="1400" height="700"')
  expect(html).toContain('/images/beer-2000x1000-jpg/480.webp 480w, /images/beer-2000x1000-jpg/960.webp 960w')
})

it('leaves out a picture whose original is gone, and keeps the rest', () => {
  const image = { _type: 'image', asset: ref('image-gone-1x1-jpg'), alt: 'Gone' }
  expect(htmlOf(paragraph('Before.'), image, paragraph('After.'))).toBe('<p>Before.</p><p>After.</p>')
})

it('reads authors of a recap from its references', () => {
  const documents = [storedRecap('r', { authors: [keyedRef('ada')] }), storedAuthor('ada')]
  expect(viewAt('recap', '/recaps/r/', documents).authors[0]?.name).toBe('Name of ada')
})
