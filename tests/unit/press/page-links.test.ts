import { describe, expect, it } from 'vitest'
import { hasPlace, pageLinks, partsOf } from '../../../src/press/page-links.ts'

describe('links of a page', () => {
  it.each([
    ['<a href="/recaps/a/">', ['/recaps/a/']],
    ['<a class="x" href="/a/?q=1&amp;r=2#on-it&#39;s">', ["/a/?q=1&r=2#on-it's"]],
    [
      '<link rel="icon" href="/favicon.svg"><script src="/_astro/x.js"></script>',
      ['/favicon.svg', '/_astro/x.js'],
    ],
    ['<form action="/search/">', ['/search/']],
    ['<a href="/a/"><a href="/a/">', ['/a/']],
    ['<a href="https://example.org/"><a href="//example.org/"><a href="mailto:a@example.org">', []],
    ['<a data-href="/a/"><p>href="/b/"</p>', []],
    ['<img src="/images/c0ffee-1600x900-jpg/800.webp">', []],
    ['<a href="#content"><main id="content">', []],
  ])('%s', (html, links) => {
    expect(pageLinks('/', html)).toEqual(links)
  })

  it('a place of the page itself that is not there is a failure that names it', () => {
    expect(() => pageLinks('/recaps/a/', '<a href="#gone"><p id="here">')).toThrow(
      '/recaps/a/ links to #gone',
    )
  })
})

it.each([
  ['/recaps/a/', '/recaps/a/', ''],
  ['/recaps/%C3%BCber/?q=1#on-b', '/recaps/über/', 'on-b'],
  ['/%E0%A4%A/', '/%E0%A4%A/', ''],
])('%s is the path %s and the fragment “%s”', (link, path, fragment) => {
  expect(partsOf(link)).toEqual({ path, fragment })
})

it('a place is an id, as it is written in the address or as it is meant', () => {
  expect(hasPlace('<h2 id="on-über">', 'on-%C3%BCber')).toBe(true)
  expect(hasPlace('<h2 id="on-it">', 'on')).toBe(false)
})
