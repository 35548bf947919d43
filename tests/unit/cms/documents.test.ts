import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../../src/cms/problems.ts'
import { anyDocument } from '../../../src/cms/schemas/documents.ts'
import {
  paragraph,
  ref,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedVenue,
} from '../../support/documents.ts'

const withBlock = (block: object) => storedRecap('r', { body: [paragraph('First.'), block] })
const withHref = (href: string) =>
  withBlock(paragraph('A link.', { markDefs: [{ _type: 'link', _key: 'l', href }] }))
const image = { _type: 'image', asset: ref('image-a-1x1-jpg') }

describe('documents that are accepted', () => {
  it('keeps what the site needs and unwraps slugs and references', () => {
    const recap = anyDocument.parse(storedRecap('r', { event: ref('e'), extra: 'left out' }))
    expect(recap).toMatchObject({ slug: 'r', authors: ['ada'], event: 'e', topics: [], repliesOpen: true })
    expect(recap).not.toHaveProperty('extra')
  })

  it('takes an image field whose picture was removed as empty', () => {
    const recap = anyDocument.parse(storedRecap('r', { cover: { _type: 'image', alt: 'left over' } }))
    expect(recap).toMatchObject({ cover: undefined })
  })

  it('takes a decorative picture without a description', () => {
    expect(anyDocument.safeParse(withBlock({ ...image, decorative: true })).success).toBe(true)
  })
})

describe('documents that are refused, and how that is said', () => {
  it.each<[string, object, string]>([
    ['no title', storedRecap('r', { title: ' ' }), 'title is empty'],
    ['no slug', storedRecap('r', { slug: undefined }), 'slug has no address yet'],
    [
      'capitals in the slug',
      storedRecap('r', { slug: { current: 'My Evening' } }),
      'slug may only be lower-case',
    ],
    [
      'only digits in the slug',
      storedRecap('r', { slug: { current: '2026' } }),
      'slug may not be only digits',
    ],
    ['a slug of the archive', storedRecap('r', { slug: { current: 'page' } }), 'slug may not be “page”'],
    ['no author', storedRecap('r', { authors: [] }), 'authors names nobody as author'],
    ['a date in words', storedRecap('r', { publishedAt: 'yesterday' }), 'publishedAt is not a date and time'],
    [
      'an unknown block',
      withBlock({ _type: 'poll', question: 'Beer?' }),
      'body[1] (poll) has a block of a type that the site does not know: "poll"',
    ],
    [
      'an unknown annotation',
      withBlock(paragraph('x', { markDefs: [{ _type: 'comment', _key: 'c' }] })),
      'body[1] (block).markDefs[0] (comment) has a mark of a type that the site does not know: "comment"',
    ],
    [
      'an unknown decorator',
      withBlock(paragraph('x', { children: [{ _type: 'span', text: 'x', marks: ['blink'] }] })),
      'body[1] (block).children[0] (span) has a mark that the site does not know: "blink"',
    ],
    [
      'a script as a link',
      withHref('javascript:alert(1)'),
      'markDefs[0] (link).href is not a link that readers can follow',
    ],
    ['a picture without a description', withBlock(image), 'body[1] (image).alt needs a description'],
    [
      'a gallery of one',
      withBlock({ _type: 'gallery', images: [{ ...image, alt: 'A pub' }] }),
      'body[1] (gallery).images needs at least two pictures',
    ],
    ['a table without rows', withBlock({ _type: 'table', rows: [] }), 'body[1] (table).rows has no rows'],
    [
      'an embedded script',
      withBlock({ _type: 'embed', url: 'javascript:alert(1)' }),
      'body[1] (embed).url is not a web address',
    ],
    [
      'an unknown time zone',
      storedEvent('e', { timeZone: 'London' }),
      'timeZone is not a time zone such as Europe/London',
    ],
    ['an author without a name', storedAuthor('a', { name: undefined }), 'name'],
    ['a venue without an address', storedVenue('v', { address: '' }), 'address is empty'],
    [
      'a menu with a script',
      storedSettings({ menu: [{ label: 'x', path: 'javascript:1' }] }),
      'menu[0].path is not a link',
    ],
  ])('%s', (_, document, problem) => {
    const result = anyDocument.safeParse(document)
    expect(result.success).toBe(false)
    expect(problemsOf(result.error ?? never(), document).join('\n')).toContain(problem)
  })
})

function never(): never {
  throw new Error('The document was accepted.')
}
