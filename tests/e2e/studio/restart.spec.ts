import { expect, test } from '../../support/running-product.ts'
import { rolesInLake } from './colleague.ts'
import { createAuthor } from './documents.ts'
import { publish } from './publishing.ts'
import { isFor } from './requests.ts'
import { field, openStudio } from './studio.ts'

test('a Studio that stays open while everything is stopped and started again loses no word', async ({
  page,
  restartable: product,
}) => {
  await openStudio(page, product.studioUrl)
  const saved = page.waitForRequest((request) => isFor('document.commit')(new URL(request.url())))
  const slug = await createAuthor(page, { name: 'Ottilie Patient', bio: [{ paragraph: 'Waits.' }] })
  const { publishedId } = (await saved).postDataJSON().actions[0]
  await expect(page.getByTestId('pane-footer')).toContainText('Saved')

  await field(page, 'role').fill('Writes to the last')
  await product.stop()
  // Nothing can be written that could not be kept.
  await expect(field(page, 'role')).not.toBeEditable()
  await expect(page.getByText('Trying to connect')).toBeVisible()
  await product.start()

  await expect.poll(() => rolesInLake(page, [`drafts.${publishedId}`])).toContain('Writes to the last')
  await expect(field(page, 'role')).toBeEditable()
  await expect(field(page, 'role')).toHaveValue('Writes to the last')
  await field(page, 'role').fill('Writes on')
  await publish(page)
  await expect
    .poll(async () => (await page.request.get(`${product.siteUrl}/authors/${slug}/`)).text())
    .toContain('Writes on')
})
