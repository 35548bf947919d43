import { expect, type Locator, type Page } from '@playwright/test'
import { fieldBox } from './studio.ts'

/** Links words that stand in a field of running text. */
export async function addLink(page: Page, path: string, words: string, href: string): Promise<void> {
  const box = fieldBox(page, path)
  const editor = box.getByRole('textbox')
  await editor.focus()
  await selectWords(editor, words)
  await useToolbar(page, box, { button: 'Link', menu: 'action-menu-button', item: 'Link' })

  const dialog = page.getByTestId('popover-edit-dialog')
  await dialog.getByRole('textbox').fill(href)
  await dialog.getByTestId('close-popover-edit-dialog-button').click()
  await expect(dialog).toBeHidden()
  await expect(editor.locator('[data-link]').filter({ hasText: words })).toBeVisible()
}

/** Puts a photo (a file's path) at the end of a field of running text and describes it. */
export async function addPhoto(page: Page, path: string, file: string, alt: string): Promise<void> {
  const box = fieldBox(page, path)
  await box.getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+End')
  await useToolbar(page, box, {
    button: 'Insert Photo (block)',
    menu: 'insert-menu-button',
    item: 'Insert Photo (block)',
  })

  const dialog = page.getByTestId('nested-object-dialog')
  await dialog.locator('input[type=file]').setInputFiles(file)
  // The description appears with the picture.
  await dialog.getByRole('textbox', { name: 'Description' }).fill(alt, { timeout: 20_000 })
  await dialog.getByRole('button', { name: 'Close dialog' }).click()
  await expect(dialog).toBeHidden()
}

async function selectWords(editor: Locator, words: string): Promise<void> {
  const found = await editor.evaluate((root, text) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const at = node.textContent?.indexOf(text) ?? -1
      if (at === -1) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + text.length)
      return true
    }
    return false
  }, words)
  expect(found, `“${words}” stands in the text`).toBe(true)
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
