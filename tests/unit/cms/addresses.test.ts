import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../../src/cms/schemas/documents.ts'
import {
  paragraph,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedVenue,
} from '../../support/documents.ts'

const labelled = (url: string) => [{ _key: 'k', _type: 'labelledLink', label: 'There', url }]
const linked = (href: string) => [paragraph('There', { markDefs: [{ _type: 'link', _key: 'l', href }] })]

/** Every field that holds an address which a reader can follow: its path, and a document that has it. */
const fields: [path: string, withAddress: (address: string) => object][] = [
  ['socialLinks.0.url', (url) => storedSettings({ socialLinks: labelled(url) })],
  ['menu.0.path', (path) => storedSettings({ menu: [{ label: 'There', path }] })],
  ['footer.0.markDefs.0.href', (href) => storedSettings({ footer: linked(href) })],
  ['links.0.url', (url) => storedAuthor('a', { links: labelled(url) })],
  ['bio.0.markDefs.0.href', (href) => storedAuthor('a', { bio: linked(href) })],
  ['bookingUrl', (bookingUrl) => storedEvent('e', { bookingUrl })],
  ['onlineLink', (onlineLink) => storedEvent('e', { onlineLink })],
  ['description.0.markDefs.0.href', (href) => storedEvent('e', { description: linked(href) })],
  ['website', (website) => storedVenue('v', { website })],
  ['body.0.markDefs.0.href', (href) => storedRecap('r', { body: linked(href) })],
  ['body.0.url', (url) => storedRecap('r', { body: [{ _type: 'embed', url }] })],
  [
    'body.0.text.0.markDefs.0.href',
    (href) => storedRecap('r', { body: [{ _type: 'callout', kind: 'note', text: linked(href) }] }),
  ],
]

const hostile = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'not an address',
]

describe.each(fields)('the address in %s', (path, withAddress) => {
  it.each(hostile)('is refused where it is %j', (address) => {
    const { error } = anyDocument.safeParse(withAddress(address))
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })

  it('is taken where it leads to the web', () => {
    expect(anyDocument.safeParse(withAddress('https://example.org/a?b=c#d')).error).toBeUndefined()
  })
})
