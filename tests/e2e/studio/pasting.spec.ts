import { expect, test } from '../../support/running-product.ts'
import { askLake } from './colleague.ts'
import { fromGoogleDocs, fromWebPage, fromWord, longText, paste } from './pasted.ts'
import { fieldBox, newDocument, openStudio } from './studio.ts'

test.setTimeout(120_000)

type Block = {
  _type: string
  style?: string
  listItem?: string
  markDefs?: { _key: string; _type: string; href?: string }[]
  children?: { text: string; marks: string[] }[]
}

/** A block as one reads it: its kind, and its words, those in bold and in links marked. */
function read({ _type, style, listItem, markDefs = [], children = [] }: Block): string {
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
