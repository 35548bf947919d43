import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the history of the version of the document that is open. */
export async function openHistory(page: Page): Promise<void> {
  await page.getByTestId('pane-footer-document-status').click()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(entries(page).first()).toBeVisible()
}

/** What happened to the document, newest first. */
export function entries(page: Page): Locator {
  return page.getByTestId('timeline-item-button')
}

/** Shows the document as it was after an entry. */
export async function lookBack(page: Page, entry: Locator): Promise<void> {
  await entry.click()
  await expect(page.getByTestId('pane-footer')).toContainText('Revision from')
}

/** Makes the words that are shown the draft. Resolves when they can be written on. */
export async function revert(page: Page): Promise<void> {
  await page.getByTestId('action-reverttorevision').click()
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByTestId('pane-footer')).not.toContainText('Revision from')
}
