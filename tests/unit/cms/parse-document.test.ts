import { expect, it } from 'vitest'
import { parseDocument } from '../../../src/cms/parse-document.ts'
import { documentTypes } from '../../../src/cms/schemas/documents.ts'
import { paragraph, storedEvent, storedRecap } from '../../support/documents.ts'

it('leaves out characters that no feed may carry, and keeps all others', () => {
  const stored = storedRecap('r', {
    title: 'Pasted\u000b from \u0000Word 🍺\ud83c',
    body: [paragraph('one\ntwo\u001f\tthree \uffff')],
  })
  expect(parseDocument(stored)).toMatchObject({
    document: { title: 'Pasted from Word 🍺', body: [{ children: [{ text: 'one\ntwo\tthree ' }] }] },
  })
})

it.each([
  [{ authors: undefined }, 'authors is missing'],
  [{ standfirst: null }, 'standfirst is missing'],
  [{ publishedAt: undefined }, 'publishedAt is missing'],
  [{ publishedAt: 'Tuesday' }, 'publishedAt is not a date and time'],
  [{ slug: undefined }, 'slug has no address yet'],
  [{ slug: {} }, 'slug.current is missing'],
  [{ title: 42 }, 'title is the number 42, where text belongs'],
  [{ title: '  ' }, 'title is empty'],
  [{ body: 'All in one piece' }, 'body is text, where a list belongs'],
  [{ repliesOpen: 'yes' }, 'repliesOpen is text, where a yes or no belongs'],
  [{ seo: ['a'] }, 'seo is a list, where a group of fields belongs'],
  [{ authors: [{ _ref: 7 }] }, 'authors[0]._ref is the number 7, where text belongs'],
  [{ authors: ['marta'] }, 'authors[0] is not a reference'],
  [
    { cover: { alt: 'A pub', asset: { _ref: 'a' }, hotspot: { x: 2, y: 0.5, width: -1, height: 1 } } },
    'cover.hotspot.x is more than 1',
    'cover.hotspot.width is less than 0',
  ],
  [{ body: [{ _type: 'image', alt: 'A pub' }] }, 'body[0] (image).asset is missing'],
  [
    { body: [{ ...paragraph('a'), listItem: 'square' }] },
    'body[0] (block).listItem is “square”, which is none of: bullet, number',
  ],
  [
    { body: [{ ...paragraph('a'), style: { name: 'h2' } }] },
    'body[0] (block).style is a group of fields, which is none of: normal, h2, h3, h4, blockquote',
  ],
  [
    { body: [{ ...paragraph('a'), listItem: 'bullet', level: 1.5 }] },
    'body[0] (block).level is the number 1.5, where a whole number belongs',
  ],
])('says of %j in plain words what is wrong with it', (fields, ...problems) => {
  expect(parseDocument(storedRecap('r', fields))).toEqual({ problems })
})

it('says of every type what is missing, and nothing as the schemas’ library would', () => {
  for (const type of documentTypes) {
    const bare = { _id: 'a', _type: type, _rev: '1', _createdAt: '2026-11-27', _updatedAt: '2026-11-27' }
    const parsed = parseDocument(bare)
    expect(parsed).toHaveProperty('problems')
    if ('problems' in parsed)
      for (const problem of parsed.problems) expect(problem).toMatch(/ (?:is missing|has no address yet)$/)
  }
})

it('says of an evening what its fields can be', () => {
  const event = storedEvent('e', { status: 'perhaps', bookingUrl: 'ring us' })
  expect(parseDocument(event)).toEqual({
    problems: [
      'status is “perhaps”, which is none of: scheduled, moved, cancelled',
      'bookingUrl is not a web address',
    ],
  })
})

it('says what is wrong with what it refuses', () => {
  expect(parseDocument(storedRecap('r', { authors: [] }))).toEqual({
    problems: ['authors names nobody as author'],
  })
})
