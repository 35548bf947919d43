import { expect, type Locator, type Page } from '@playwright/test'

/** Names of the lists at the left of the Studio. */
export type List =
  | 'Write a recap'
  | 'Replies that wait'
  | 'Drafts'
  | 'Scheduled'
  | 'Published'
  | 'By author'
  | 'By topic'
  | 'All recaps'
  | 'What’s coming'
  | 'All evenings'
  | 'People'
  | 'Places'
  | 'Topics'
  | 'Replies on the site'

/** Opens the Studio at its first page and waits until its lists are there. */
export async function openStudio(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(paneItem(page, 'All recaps')).toBeVisible({ timeout: 20_000 })
}

/** Opens one of the lists at the left. Resolves to the list's pane. */
export async function openList(page: Page, list: List): Promise<Locator> {
  await paneItem(page, list).click()
  const pane = listPane(page).filter({
    has: page.getByTestId('pane-header').getByText(list, { exact: true }),
  })
  await expect(pane).toBeVisible()
  return pane
}

/** The row of a document in the open list, by its title. */
export function row(page: Page, title: string): Locator {
  return listPane(page).getByRole('option').filter({ hasText: title })
}

/** Opens a document of the open list. */
export async function openDocument(page: Page, title: string): Promise<void> {
  await row(page, title).getByRole('link').click()
  await expect(page.getByTestId('document-panel-document-title')).toHaveText(title)
}

/** Begins a new document in a list. Resolves when its form can be written in. */
export async function newDocument(page: Page, list: List): Promise<void> {
  const pane = await openList(page, list)
  await pane.getByTestId('action-intent-button').click()
  await expect(page.getByTestId('form-view').getByRole('textbox').first()).toBeEditable()
}

/** Opens the one document of site settings. */
export async function openSettings(page: Page): Promise<void> {
  await paneItem(page, 'Site settings').click()
  await expect(field(page, 'title')).toBeEditable()
}

/** The input of one field of the open document, by its path, for example `title` or `cover.alt`. */
export function field(page: Page, path: string): Locator {
  return page.locator(`[id="${path}"]`)
}

/** One field with its title, description and buttons; pictures have none. */
export function fieldBox(page: Page, path: string): Locator {
  return page.getByTestId(`field-${path}`)
}

/** Opens a tab of the form, for example "Settings". */
export async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByTestId('field-group-tabs').getByRole('tab', { name, exact: true })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-selected', 'true')
}

function listPane(page: Page): Locator {
  return page.getByTestId('pane').filter({ has: page.getByTestId('document-list-pane') })
}

/** An entry at the left. */
export function paneItem(page: Page, title: List | 'Site settings'): Locator {
  return page.getByTestId(`pane-item-${title}`)
}
