import { describe, expect, test } from 'vitest'
import { checkHeadings } from '../../../sanity-studio/schema/rules/headings.ts'
import { checkLink, checkSitePath } from '../../../sanity-studio/schema/rules/link.ts'
import { checkSlug, slugify } from '../../../sanity-studio/schema/rules/slug.ts'
import { checkRows } from '../../../sanity-studio/schema/rules/table-rows.ts'
import { checkTimeZone } from '../../../sanity-studio/schema/rules/time-zone.ts'
import { isAllowedHref } from '../../../src/cms/schemas/href.ts'

describe('links', () => {
  test.each([
    ['https://example.org/a?b=c#d', true],
    ['http://example.org', true],
    ['mailto:hello@example.org', true],
    ['tel:+442071234567', true],
    ['/recaps/', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['/\\example.org', false],
    ['/\t/example.org', false],
    ['example.org', false],
    ['#part', false],
  ])('%s', (address, isAllowed) => {
    expect(checkLink(address) === true).toBe(isAllowed)
    // What the site refuses, the Studio refuses first.
    expect(isAllowedHref(address)).toBe(isAllowed)
  })

  test('a menu leads to pages of the site only', () => {
    expect(checkSitePath('/recaps/')).toBe(true)
    expect(checkSitePath('https://example.org')).toBe('Start with /, for example /recaps/')
  })
})

describe('slugs', () => {
  test.each([
    ['Quiet tools, loud pub', 'quiet-tools-loud-pub'],
    ['Café & crème', 'cafe-and-creme'],
    ['What’s coming', 'whats-coming'],
    ['🍺', ''],
  ])('%s becomes %s', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  test.each(['a', 'risk-2', 'x1'])('%s is one', (current) => {
    expect(checkSlug({ _type: 'slug', current })).toBe(true)
  })

  test.each(['Risk', 'risk--2', '-a', '2026', 'page', 'a b'])('%s is none', (current) => {
    expect(checkSlug({ _type: 'slug', current })).toMatch(/\w+ \w+/)
  })
})

test('a heading that skips a level is named with the level that should be there', () => {
  const block = (style: string, _key: string) => ({ _type: 'block', style, _key })
  expect(checkHeadings([block('h2', 'a'), block('normal', 'b'), block('h3', 'c')])).toBe(true)
  expect(checkHeadings([block('h2', 'a'), block('h4', 'b')])).toEqual({
    message: 'This heading skips a level: after a heading 2 comes a heading 3, not 4.',
    path: [{ _key: 'b' }],
  })
})

test.each([
  ['Europe/London', true],
  ['Pub/Corner', false],
  ['+01:00', false],
])('the time zone %s', (name, isReal) => {
  expect(checkTimeZone(name) === true).toBe(isReal)
})

test('a table’s rows are equally wide', () => {
  const row = (...cells: string[]) => ({ _type: 'tableRow', _key: cells.join(), cells })
  expect(checkRows([row('a', 'b'), row('c', 'd')])).toBe(true)
  expect(checkRows([row('a', 'b'), row('c')])).toBe(
    'Row 2 has 1 cells, the first row has 2. Every row needs the same number.',
  )
})
