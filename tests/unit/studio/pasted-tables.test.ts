// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ArraySchemaType, createSchema } from 'sanity'
import { describe, expect, test } from 'vitest'
import { cleanHtml } from '../../../sanity-studio/pasting/clean-html.ts'
import { blocksWithTables } from '../../../sanity-studio/pasting/paste-tables.ts'
import { schemaTypes } from '../../../sanity-studio/schema/all-types.ts'
import { body } from '../../../src/cms/schemas/portable-text.ts'

const pasted = resolve(import.meta.dirname, '../../fixtures/pasted')
const copiedFrom = (program: string) => readFileSync(join(pasted, `${program}-table.html`), 'utf8')

const schema = createSchema({ name: 'default', types: schemaTypes })

/** A field of running text as the Studio knows it. */
function textOf(type: string, field: string): ArraySchemaType {
  const document = schema.get(type)
  const found = document?.jsonType === 'object' && document.fields.find(({ name }) => name === field)
  if (found && found.type.jsonType === 'array') return found.type
  throw new Error(`A ${type} has no list “${field}”.`)
}

/** What a recap's text becomes, as the site reads it; a paragraph by its words. */
function paste(html: string) {
  const blocks = blocksWithTables(cleanHtml(html) ?? html, textOf('recap', 'body'))
  return blocks && body.parse(blocks).map(read)
}

function read(block: ReturnType<typeof body.parse>[number]): unknown {
  if (block._type === 'block') return block.children.map(({ text }) => text).join('')
  if (block._type !== 'table') return block
  const { caption, headerRow, rows } = block
  return { ...(caption && { caption }), headerRow, rows: rows.map(({ cells }) => cells) }
}

const table = (rows: string) => `<p>Before</p><table>${rows}</table>`

describe('a table is one, between what stood around it', () => {
  test('from Word', () => {
    expect(paste(copiedFrom('word'))).toEqual([
      'Who promised what:',
      {
        headerRow: true,
        rows: [
          ['Who', 'Promise', 'By when'],
          ['Marta', 'Stop the weekly report • tell nobody', 'Friday'],
          ['Everybody: bring a pen', '', ''],
        ],
      },
      'Nobody minuted it.',
    ])
  })

  test('from Google Docs', () => {
    expect(paste(copiedFrom('google-docs'))).toEqual([
      'Who promised what:',
      {
        headerRow: true,
        rows: [
          ['Who', 'Promise', 'By when'],
          ['Marta', 'Stop the weekly report', 'Friday'],
          ['', '• Bring a pen • and paper', ''],
        ],
      },
      'Nobody minuted it.',
    ])
  })

  test('from a web page, without what cannot stand in a cell', () => {
    expect(paste(copiedFrom('web-page'))).toEqual([
      'Who promised what:',
      {
        caption: 'Promises of the evening',
        headerRow: true,
        rows: [
          ['Who', 'Promise', 'By when1'],
          ['Marta', 'Stop the weekly report for good', 'Friday'],
          ['Everybody: bring a pen', '', ''],
          ['In all', '2', '1 < 2'],
        ],
      },
      'Nobody minuted it.',
    ])
  })
})

test.each([
  [
    'rows of different lengths',
    '<tr><td>a<td>b<td>c<tr><td>d',
    [
      ['a', 'b', 'c'],
      ['d', '', ''],
    ],
  ],
  [
    'a cell over two rows',
    '<tr><td rowspan=2>a<td>b<tr><td>c',
    [
      ['a', 'b'],
      ['', 'c'],
    ],
  ],
  [
    'a cell over two rows and columns',
    '<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c',
    [
      ['a', 'b'],
      ['', 'c'],
    ],
  ],
  ['a cell that claims more rows than there are', '<tr><td rowspan=9>a<td>b', [['a', 'b']]],
  [
    'a cell that claims to be very wide',
    '<tr><td colspan=999>a<tr><td>b<td>c',
    [
      ['a', ''],
      ['b', 'c'],
    ],
  ],
  [
    'a body that comes after the foot',
    '<tfoot><tr><td>c<td>d</tfoot><tbody><tr><td>a<td>b</tbody>',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('no word is lost of %s', (_, rows, expected) => {
  expect(paste(table(rows))).toEqual(['Before', { headerRow: false, rows: expected }])
})

test.each([
  ['th', '<tr><th>a<th>b<tr><td>c<td>d', true],
  ['bold', '<tr><td><b>a</b><td><strong>b</strong><tr><td>c<td>d', true],
  ['partly bold', '<tr><td><b>a</b><td><b>b</b> or so<tr><td>c<td>d', false],
  ['a bold that is none', '<tr><td><b style="font-weight:normal">a</b><td>b<tr><td>c<td>d', false],
  ['all in bold', '<tr><td><b>a</b><td><b>b</b><tr><td><b>c</b><td><b>d</b>', false],
  ['one row', '<tr><th>a<th>b', false],
])('whether the first row names the columns: %s', (_, rows, headerRow) => {
  expect(paste(table(rows))?.[1]).toMatchObject({ headerRow })
})

test.each([
  ['one column', '<tr><td>a<tr><td>b'],
  ['one column beside empty ones', '<tr><td>a<td>&nbsp;<tr><td>b<td>'],
  ['nothing', '<tr><td><td>'],
])('a table of %s is left to the editor, which makes paragraphs of it', (_, rows) => {
  expect(paste(table(rows))).toBeUndefined()
})

test('a table that only arranges others is taken apart, and no word of it lost', () => {
  const inner = '<table><tr><td>a<td>b</table>'
  expect(paste(`<table><tr><td>Menu<td><p>Beside</p>${inner}</table>`)).toEqual([
    'Menu',
    'Beside',
    { headerRow: false, rows: [['a', 'b']] },
  ])
  expect(paste('<table role="presentation"><tr><td>a<td>b</table>')).toBeUndefined()
})

test('a text that has no tables gets none', () => {
  expect(blocksWithTables(copiedFrom('word'), textOf('author', 'bio'))).toBeUndefined()
})
