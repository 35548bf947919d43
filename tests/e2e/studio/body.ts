import { expect, type Locator, type Page } from '@playwright/test'
import { fieldBox } from './studio.ts'

/** A piece of running text, typed as an organiser types it. */
export type Piece = { heading: string; level: 2 | 3 | 4 } | { paragraph: string } | { bullets: string[] }

/** Writes pieces into an empty field of running text (`body`, `bio`). */
export async function writeBody(page: Page, path: string, pieces: Piece[]): Promise<void> {
  const editor = fieldBox(page, path).getByRole('textbox')
  await editor.focus()
  await expect(editor).toBeFocused()
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1]
    if (before) await page.keyboard.press('Enter')
    // In a list, Enter begins another bullet; Backspace turns it into a paragraph.
    if (before && 'bullets' in before) await page.keyboard.press('Backspace')
    await write(page, piece)
  }
}

/** Puts the cursor at the end of a field of running text. */
export async function goToEnd(page: Page, editor: Locator): Promise<void> {
  await editor.focus()
  // Where nobody has been in the text yet, the editor puts the cursor at its beginning, a moment after it is entered.
  await atRest(page)
  await page.keyboard.press('ControlOrMeta+End')
  await atRest(page)
}

/** Resolves when the page has nothing left to do. */
function atRest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())))
}

async function write(page: Page, piece: Piece): Promise<void> {
  if ('heading' in piece) await page.keyboard.type(`${'#'.repeat(piece.level)} ${piece.heading}`)
  else if ('paragraph' in piece) await page.keyboard.type(piece.paragraph)
  else await writeBullets(page, piece.bullets)
}

async function writeBullets(page: Page, bullets: string[]): Promise<void> {
  await page.keyboard.type('- ')
  for (const [index, bullet] of bullets.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(bullet)
  }
}
