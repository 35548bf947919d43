import { describe, expect, test } from 'vitest'
import { freshCopy } from '../../../sanity-studio/addresses/copy.ts'
import { owedPaths, pathsToKeep } from '../../../sanity-studio/addresses/earlier.ts'
import { candidatesFor, firstFree } from '../../../sanity-studio/addresses/free-slug.ts'
import { addressOf } from '../../../sanity-studio/addresses/page.ts'

const now = new Date('2026-11-20T12:00:00Z')
const at = (slug: string, fields: object = {}) => ({ _type: 'recap', slug: { current: slug }, ...fields })

describe('where a document’s page is', () => {
  test.each([
    ['a recap', at('quiet-tools'), 'https://blog.example/recaps/quiet-tools/'],
    ['an evening', { ...at('darts'), _type: 'event' }, 'https://blog.example/events/darts/'],
    ['a place', { ...at('ledger'), _type: 'venue' }, 'https://blog.example/venues/ledger/'],
    ['a person', { ...at('ada'), _type: 'author' }, 'https://blog.example/authors/ada/'],
    ['a topic', { ...at('risk'), _type: 'topic' }, 'https://blog.example/topics/risk/'],
    ['a recap whose date is to come', at('soon', { publishedAt: '2026-11-20T12:00:01Z' }), undefined],
    ['settings', { _type: 'siteSettings' }, undefined],
    ['a recap without an address', { _type: 'recap', slug: {} }, undefined],
    ['nothing', null, undefined],
  ])('%s', (_, document, address) => {
    expect(addressOf(document, 'https://blog.example', now)).toBe(address)
  })
})

describe('earlier addresses that are owed before publishing', () => {
  test.each([
    ['a new recap', at('new'), null, undefined],
    ['nothing changed', at('same'), at('same'), undefined],
    ['a first change', at('new'), at('old'), ['/recaps/old/']],
    ['noted already', at('new', { previousPaths: ['/recaps/old/'] }), at('old'), undefined],
    [
      'a second change',
      at('newer', { previousPaths: ['/recaps/old/'] }),
      at('new', { previousPaths: ['/recaps/old/'] }),
      ['/recaps/old/', '/recaps/new/'],
    ],
    ['back again', at('old', { previousPaths: ['/recaps/old/'] }), at('new'), ['/recaps/new/']],
    ['back on the site where it was', at('old', { previousPaths: ['/recaps/old/'] }), null, []],
    ['back on the site elsewhere', at('new', { previousPaths: ['/recaps/old/'] }), null, undefined],
    ['a draft that has lost its address', { _type: 'recap' }, at('old'), undefined],
  ])('%s', (_, draft, published, owed) => {
    expect(owedPaths(draft, published)).toEqual(owed)
  })
})

test('what is taken off the site keeps the address that it had there', () => {
  const published = at('old', { previousPaths: ['/recaps/older/'] })
  expect(pathsToKeep(null, published)).toEqual(['/recaps/older/', '/recaps/old/'])
  const draft = at('new', { previousPaths: ['/recaps/old/'] })
  expect(pathsToKeep(draft, published)).toEqual(['/recaps/old/'])
  expect(pathsToKeep(null, { _type: 'reply' })).toEqual([])
})

test('a slug that is taken gets a number', () => {
  const candidates = candidatesFor('Risk, with darts')
  expect(firstFree(candidates, [])).toBe('risk-with-darts')
  expect(firstFree(candidates, ['risk-with-darts', 'risk-with-darts-2'])).toBe('risk-with-darts-3')
  expect(firstFree(candidates, candidates)).toBe('')
  expect(candidatesFor('???')[0]).toBe('untitled')
})

describe('a duplicate', () => {
  const original = {
    ...at('risk', { publishedAt: '2025-01-01T00:00:00Z', previousPaths: ['/recaps/old/'] }),
    _id: 'a',
    title: 'Risk',
  }

  test('of a recap is of today, at an address of its own, and inherits no earlier ones', () => {
    expect(JSON.parse(JSON.stringify(freshCopy(original, 'risk-2', now)))).toEqual({
      _id: 'a',
      _type: 'recap',
      title: 'Risk',
      slug: { _type: 'slug', current: 'risk-2' },
      publishedAt: now.toISOString(),
    })
  })

  test('of a cancelled evening is on again, on a day that is still open', () => {
    const event = { _id: 'e', _type: 'event', startsAt: '2026-01-01T18:00:00Z', status: 'cancelled' }
    expect(JSON.parse(JSON.stringify(freshCopy(event, 'x', now)))).toEqual({
      _id: 'e',
      _type: 'event',
      status: 'scheduled',
    })
  })
})
