import { expect, it } from 'vitest'
import { isAllowedHref } from '../../../src/cms/schemas/href.ts'

it.each([
  ['https://example.org/a?b#c', true],
  ['http://example.org', true],
  ['mailto:ada@example.org', true],
  ['tel:+442079460000', true],
  ['/recaps/', true],
  ['/', true],
  ['javascript:alert(1)', false],
  ['JavaScript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,<script>alert(1)</script>', false],
  ['vbscript:msgbox', false],
  ['//example.org', false],
  ['/\t/example.org', false],
  ['/\\example.org', false],
  ['file:///etc/passwd', false],
  ['recaps/', false],
  ['', false],
])('%j may be a link: %s', (href, allowed) => {
  expect(isAllowedHref(href)).toBe(allowed)
})
