import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '../../support/running-product.ts'
import { goToEnd } from './body.ts'
import { askLake } from './colleague.ts'
import { fromGoogleDocs, fromWebPage, fromWord, longText, paste } from './pasted.ts'
import { publish } from './publishing.ts'
import { fieldBox, newDocument, openDocument, openList, openStudio } from './studio.ts'

type Block = {
  _type: string
  headerRow?: boolean
  rows?: { cells: string[] }[]
  style?: string
  listItem?: string
  markDefs?: { _key: string; _type: string; href?: string }[]
  children?: { text: string; marks: string[] }[]
}

/** A block as one reads it: its kind, and its words, those in bold and in links marked. */
function read({ _type, style, listItem, markDefs = [], children = [], headerRow, rows }: Block): string {
  if (rows)
    return [headerRow ? 'table with a head' : 'table', ...rows.map(({ cells }) => cells.join(' | '))].join(
      '\n',
    )
  const words = children.map(({ text, marks }) => {
    const link = markDefs.find(({ _key }) => marks.includes(_key))
    const bold = marks.includes('strong') ? `*${text}*` : text
    return link ? `[${bold}](${link.href})` : bold
  })
  return `${_type === 'block' ? (listItem ?? style) : _type}: ${words.join('')}`
}

const written = longText(3000)

const sensible = [
  `h2: ${written.heading}`,
  `normal: It was *${written.strong}* and [written down](${written.link}).`,
  ...written.bullets.map((text) => `bullet: ${text}`),
  ...written.paragraphs.map((text) => `normal: ${text}`),
]

for (const [source, html, expected] of [
  ['Word', fromWord(written), sensible],
  ['Google Docs', fromGoogleDocs(written), sensible],
  ['a web page', fromWebPage(written), sensible.with(1, `${sensible[1]} Accept all`)],
] as const) {
  test(`3,000 words from ${source} become plain blocks, without styles or scripts`, async ({
    page,
    product,
  }) => {
    await openStudio(page, product.studioUrl)
    await newDocument(page, 'All recaps')
    await paste(fieldBox(page, 'body').getByRole('textbox'), html)
    await expect(page.getByTestId('pane-footer')).toContainText('Saved')
    const newest = '*[_type == "recap" && _id in path("drafts.**")] | order(_createdAt desc)[0].body'
    await expect
      .poll(async () => ((await askLake(page, newest)) as Block[] | null)?.map(read))
      .toEqual(expected)
    expect(JSON.stringify(await askLake(page, newest))).not.toMatch(/javascript:|mso-|font|<\w|onclick/i)
    expect(await page.evaluate(() => 'pasted' in window)).toBe(false)
  })
}

test('a table from Google Docs is a table of the recap, on the site too', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  await openList(page, 'Published')
  await openDocument(page, 'The terrace, until the light went')
  const html = readFileSync(
    resolve(import.meta.dirname, '../../fixtures/pasted/google-docs-table.html'),
    'utf8',
  )
  const editor = fieldBox(page, 'body').getByRole('textbox')
  await goToEnd(page, editor)
  await page.keyboard.press('Enter')
  await paste(editor, html)
  await expect(editor).toContainText('Table of 3 rows')
  await publish(page)
  const published = '*[_type == "recap" && title match "The terrace*" && !(_id in path("drafts.**"))][0]'
  const blocks = (await askLake(page, `${published}.body`)) as Block[]
  expect(blocks.map(read).slice(-3)).toEqual([
    'normal: Who promised what:',
    'table with a head\nWho | Promise | By when\nMarta | Stop the weekly report | Friday\n | • Bring a pen • and paper | ',
    'normal: Nobody minuted it.',
  ])
  const slug = await askLake(page, `${published}.slug.current`)
  await expect(async () => {
    const reader = await (await page.request.get(`${product.siteUrl}/recaps/${slug}/`)).text()
    expect(reader).toMatch(/<th[^>]*>Who<\/th>/)
  }).toPass()
})
