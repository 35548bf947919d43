import { expect, type Page } from '@playwright/test'

/** Publishes the open document; fails if the Studio finds mistakes in it. Resolves when the lake has it. */
export async function publish(page: Page): Promise<void> {
  // A click that comes before the last words are checked is taken back by the Studio: people click again.
  await expect(async () => {
    const [answer] = await Promise.all([
      page.waitForResponse((response) => isPublishing(response.url()), { timeout: 3000 }),
      page.getByTestId('action-publish').click({ timeout: 3000 }),
    ])
    expect(answer.ok(), 'the lake takes what was published').toBe(true)
  }, 'the Studio publishes the document').toPass({ timeout: 30_000 })
  await expect(page.getByTestId(/^action-publish(ed)?$/)).toBeDisabled()
}

function isPublishing(url: string): boolean {
  return new URL(url).searchParams.get('tag') === 'sanity.studio.document.publish'
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
async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByTestId('pane-footer').getByRole('button', { name: 'Open document actions' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
}
