import { expect, type Locator, type Page } from '@playwright/test'
import { goToEnd } from './body.ts'
import { fieldBox } from './studio.ts'

/** Links a word of a field of running text in which a list was written last. */
export async function addLink(page: Page, path: string, word: string, href: string): Promise<void> {
  const box = fieldBox(page, path)
  const editor = box.getByRole('textbox')
  const bullets = box.getByRole('button', { name: 'Bullets', exact: true })
  await expect(bullets).toHaveAttribute('data-selected')
  await clickOn(editor, word)
  // The editor follows the cursor a moment later; before, the link would stand where something was written last.
  await expect(bullets).not.toHaveAttribute('data-selected')
  await useToolbar(page, box, { button: 'Link', menu: 'action-menu-button', item: 'Link' })

  const dialog = page.getByTestId('popover-edit-dialog')
  await dialog.getByRole('textbox').fill(href)
  await dialog.getByTestId('close-popover-edit-dialog-button').click()
  await expect(dialog).toBeHidden()
  await expect(editor.locator('[data-link]').filter({ hasText: word })).toBeVisible()
}

/** Puts a photo (a file's path) at the end of a field of running text and describes it. */
export async function addPhoto(page: Page, path: string, file: string, alt: string): Promise<void> {
  const box = fieldBox(page, path)
  await goToEnd(page, box.getByRole('textbox'))
  await useToolbar(page, box, {
    button: 'Insert Photo (block)',
    menu: 'insert-menu-button',
    item: 'Insert Photo (block)',
  })

  const dialog = page.getByTestId('nested-object-dialog')
  await dialog.locator('input[type=file]').setInputFiles(file)
  // The description appears with the picture.
  await dialog.getByRole('textbox', { name: 'Description' }).fill(alt)
  await dialog.getByRole('button', { name: 'Close dialog' }).click()
  await expect(dialog).toBeHidden()
}

/** Puts the cursor into a word, once the form has come to rest: what was written may move everything. */
async function clickOn(editor: Locator, word: string): Promise<void> {
  const text = editor.locator('[data-pt-text]').filter({ hasText: word }).first()
  const position = await text.evaluate((element, word) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const at = node.textContent?.indexOf(word) ?? -1
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + word.length)
      const [whole, part] = [element.getBoundingClientRect(), range.getBoundingClientRect()]
      return { x: part.x - whole.x + part.width / 2, y: part.y - whole.y + part.height / 2 }
    }
    return undefined
  }, word)
  if (!position) throw new Error(`“${word}” does not stand in one piece of the text.`)
  await text.click({ position })
}

/** A button of the toolbar, and the menu it moves into where there is no room for it. */
type Tool = { button: string; menu: string; item: string }

async function useToolbar(page: Page, box: Locator, tool: Tool): Promise<void> {
  const toolbar = box.getByTestId('pt-editor__toolbar-card')
  const button = toolbar.getByRole('button', { name: tool.button, exact: true })
  if (await button.isVisible()) return button.click()
  await toolbar.getByTestId(tool.menu).click()
  await page.getByRole('menuitem', { name: tool.item, exact: true }).click()
}
