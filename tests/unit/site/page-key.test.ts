import { expect, test } from 'vitest'
import { keysOf } from '../../../src/site/page-key.ts'
import {
  keyedRef,
  storedAuthor,
  storedEvent,
  storedRecap,
  storedSettings,
  storedTopic,
} from '../../support/documents.ts'
import { viewAt } from '../../support/views.ts'

const documents = {
  settings: storedSettings(),
  author: storedAuthor('ada'),
  topic: storedTopic('tools'),
  recap: storedRecap('r', { topics: [keyedRef('tools')] }),
}

const keysWith = (changed: Record<string, object>, code = 'code') =>
  keysOf(viewAt('recap', '/recaps/r/', Object.values({ ...documents, ...changed })), code)

const before = keysWith({})

test.for<[name: string, changed: Record<string, object>]>([
  ['the tagline of the site', { settings: storedSettings({ tagline: 'Another one' }) }],
  ['the next evening', { event: storedEvent('next', { startsAt: '2050-01-01T19:00:00Z' }) }],
  ['a neighbour', { other: storedRecap('other', { publishedAt: '2026-01-01T12:00:00Z' }) }],
  ['what its author says of themselves', { author: storedAuthor('ada', { role: 'Host' }) }],
])('%s changes the page, but nothing that can be searched', ([, changed]) => {
  const { page, searched } = keysWith(changed)
  expect(page).not.toBe(before.page)
  expect(searched).toBe(before.searched)
})

test.for<[name: string, changed: Record<string, object>]>([
  ['its title', { recap: storedRecap('r', { topics: [keyedRef('tools')], title: 'Another' }) }],
  ['its standfirst', { recap: storedRecap('r', { topics: [keyedRef('tools')], standfirst: 'Other' }) }],
  ['the name of its author', { author: storedAuthor('ada', { name: 'Adela' }) }],
  ['the title of its topic', { topic: storedTopic('tools', { title: 'Instruments' }) }],
  ['the language of the site', { settings: storedSettings({ language: 'de' }) }],
])('%s changes what can be searched', ([, changed]) => {
  const { page, searched } = keysWith(changed)
  expect(page).not.toBe(before.page)
  expect(searched).not.toBe(before.searched)
})

test('other code may show everything in another way', () => {
  const other = keysWith({}, 'other code')
  expect(other.page).not.toBe(before.page)
  expect(other.searched).not.toBe(before.searched)
})

test('what is no recap cannot be searched', () => {
  expect(keysOf(viewAt('home', '/', Object.values(documents)), 'code').searched).toBe('')
})
