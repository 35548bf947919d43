import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from '../../support/running-product.ts'
import { uploadImage } from './fields.ts'
import { field, newDocument, openStudio } from './studio.ts'

test('a picture of 40 megapixels is taken', async ({ page, product }) => {
  const file = join(product.data, 'vast.jpg')
  await sharp({ create: { width: 8000, height: 5000, channels: 3, background: '#345' } })
    .jpeg()
    .toFile(file)
  await openStudio(page, product.studioUrl)
  await newDocument(page, 'All recaps')
  await uploadImage(page, 'cover', file, 'A very large blue')
  const picture = field(page, 'cover').getByRole('img').first()
  await expect(picture).toHaveJSProperty('complete', true)
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  await expect(page.getByTestId('pane-footer')).toContainText('Saved')
})

for (const [what, name, bytes] of [
  ['a text', 'notes.txt', Buffer.from('Not a picture at all.')],
  ['a text that is called a picture', 'notes.jpg', Buffer.from('Not a picture at all.')],
] as const) {
  test(`${what} is refused as a picture, and the Studio says so`, async ({ page, product }) => {
    const file = join(product.data, name)
    writeFileSync(file, bytes)
    await openStudio(page, product.studioUrl)
    await newDocument(page, 'All recaps')
    await field(page, 'cover').locator('input[type=file]').setInputFiles(file)
    await expect(page.getByText('A picture has to be a JPEG, PNG,').first()).toBeVisible()
    await expect(field(page, 'cover.alt')).toHaveCount(0)
    // One can go on at once.
    await field(page, 'title').fill('Still here')
    await expect(page.getByTestId('pane-footer')).toContainText('Saved')
  })
}
