import { expect, type Page } from '@playwright/test'
import { isFor } from './requests.ts'

/**
 * Publishes the open document. Where its last words are still being saved or checked, the Studio publishes as soon as
 * that is done. Resolves when the lake has it.
 */
export async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish')
  await expect(button).toBeEnabled()
  const answer = page.waitForResponse((response) => isFor('document.publish')(new URL(response.url())))
  await button.click()
  expect((await answer).ok(), 'the lake takes what was published').toBe(true)
  await expect(page.getByTestId(/^action-publish(ed)?$/)).toBeDisabled()
}

/** Takes the open document off the site; it stays as a draft. */
export async function unpublish(page: Page): Promise<void> {
  await chooseAction(page, 'Take off the site')
  const sure = page.getByRole('button', { name: 'Take off the site' })
  await sure.click()
  await expect(sure).toBeHidden()
}

/** Deletes the open document with all its versions. */
export async function deleteDocument(page: Page): Promise<void> {
  await chooseAction(page, 'Delete')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Delete/ }).click()
  await expect(dialog).toBeHidden()
}

/** Opens the menu beside "Publish" and chooses from it. */
export async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByTestId('pane-footer').getByRole('button', { name: 'Open document actions' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
}
