import { expect, it } from 'vitest'
import { headings, withAnchors } from '../../../src/portable-text/anchors.ts'
import type { TextBlock } from '../../../src/portable-text/body.ts'
import { plainText, readingMinutes } from '../../../src/portable-text/plain-text.ts'

const heading = (text: string, style: TextBlock['style'] = 'h2'): TextBlock => ({
  _type: 'block',
  _key: text,
  style,
  markDefs: [],
  children: [{ _type: 'span', _key: 's', text, marks: [] }],
})
const anchors = (...texts: string[]) =>
  withAnchors(texts.map((text) => heading(text))).map((block) =>
    block._type === 'block' ? block.anchor : null,
  )

it.each([
  ['Things that vanished', 'on-things-that-vanished'],
  ['What’s left, then?', 'on-whats-left-then'],
  ['Café Zoë', 'on-cafe-zoe'],
  ['会议', 'on-会议'],
  ['?!', 'on-this'],
  ['  ', undefined],
])('makes an anchor from %j', (text, anchor) => {
  expect(anchors(text)).toEqual([anchor])
})

it('never gives two headings the same anchor', () => {
  expect(anchors('Skills', 'Skills', 'skills!', 'Skills 2')).toEqual([
    'on-skills',
    'on-skills-2',
    'on-skills-3',
    'on-skills-2-2',
  ])
})

it('lists headings with their levels and leaves other blocks alone', () => {
  const body = withAnchors([
    heading('A'),
    heading('words', 'normal'),
    heading('B', 'h3'),
    { _type: 'divider' },
  ])
  expect(headings(body)).toEqual([
    { level: 2, text: 'A', anchor: 'on-a' },
    { level: 3, text: 'B', anchor: 'on-b' },
  ])
})

it('counts reading time from all words, never less than a minute', () => {
  const words = (count: number) => [heading(Array(count).fill('word').join(' '), 'normal')]
  expect([0, 1, 220, 700].map((count) => readingMinutes(words(count)))).toEqual([1, 1, 1, 3])
})

it('reads the words of every kind of block', () => {
  const table = { _type: 'table' as const, headerRow: false, rows: [{ cells: ['a', 'b'] }] }
  expect(plainText([heading('T'), table, { _type: 'divider' }, { _type: 'code', code: 'x' }])).toBe(
    'T\na b\nx',
  )
})
