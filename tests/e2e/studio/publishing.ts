import { expect, type Page } from '@playwright/test'

/** Publishes the open document; fails if the Studio finds mistakes in it. */
export async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish')
  await expect(button, 'the Studio lets the document be published').toBeEnabled({ timeout: 15_000 })
  await button.click()
  await expect(page.getByTestId('action-published')).toBeVisible({ timeout: 15_000 })
}

/** Takes the open document off the site; it stays as a draft. */
export async function unpublish(page: Page): Promise<void> {
  await page.getByTestId('document-header-Published-chip').click()
  await chooseAction(page, 'Unpublish')
  await confirm(page, 'Unpublish')
}

/** Deletes the open document with all its versions. */
export async function deleteDocument(page: Page): Promise<void> {
  await chooseAction(page, 'Delete')
  await confirm(page, 'Delete')
}

/** Opens the menu beside "Publish" and chooses from it. */
export async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByTestId('pane-footer').getByRole('button', { name: 'Open document actions' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
}

async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await expect(dialog).toBeHidden()
}
