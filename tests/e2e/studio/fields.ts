import { expect, type Page } from '@playwright/test'
import { field, fieldBox } from './studio.ts'

/** Presses "Generate" and resolves to the address that came of it. */
export async function generateSlug(page: Page): Promise<string> {
  await fieldBox(page, 'slug').getByRole('button', { name: 'Generate' }).click()
  const input = field(page, 'slug')
  await expect(input).not.toHaveValue('')
  return input.inputValue()
}

/** Uploads a picture into a picture field (`cover`, `portrait`) and describes it. `file` is a path. */
export async function uploadImage(page: Page, path: string, file: string, alt: string): Promise<void> {
  await field(page, path).locator('input[type=file]').setInputFiles(file)
  // The description appears with the picture.
  await field(page, `${path}.alt`).fill(alt)
}

/** Chooses a document for a reference field by its title. */
export async function chooseReference(page: Page, path: string, title: string): Promise<void> {
  const input = fieldBox(page, path).getByRole('combobox')
  await input.fill(title)
  await chooseOption(page, title)
}

/** Adds a document to a list of references (`authors`, `topics`) by its title. */
export async function addReference(page: Page, path: string, title: string): Promise<void> {
  const box = fieldBox(page, path)
  await box.getByTestId('add-single-object-button').click()
  await box.getByRole('combobox').fill(title)
  await chooseOption(page, title)
}

async function chooseOption(page: Page, title: string): Promise<void> {
  const option = page.getByTestId('autocomplete-popover').getByRole('option').filter({ hasText: title })
  await option.first().getByRole('button').click()
  await expect(page.getByTestId('autocomplete-popover')).toBeHidden()
}
