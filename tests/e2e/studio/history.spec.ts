import type { Page } from '@playwright/test'
import { expect, test } from '../../support/running-product.ts'
import { createRecap } from './documents.ts'
import { entries, lookBack, openHistory, revert } from './history.ts'
import { publish, unpublish } from './publishing.ts'
import { field, fieldBox, openStudio } from './studio.ts'

/** Writes a recap and publishes it. Resolves to the address of its page. */
async function publishRecap(page: Page, product: { siteUrl: string; studioUrl: string }, title: string) {
  await openStudio(page, product.studioUrl)
  const slug = await createRecap(page, {
    title,
    standfirst: 'It was told twice.',
    authors: ['Tom Okafor'],
    body: [{ paragraph: 'The words that were there first.' }],
  })
  await publish(page)
  return `${product.siteUrl}/recaps/${slug}/`
}

test('a recap’s history is told, and what it said once can be brought back to the site', async ({
  page,
  product,
}) => {
  const address = await publishRecap(page, product, 'The first telling')
  await field(page, 'title').fill('The second telling')
  await expect(page.getByTestId('pane-footer')).toContainText('Saved')
  await unpublish(page)
  await publish(page)

  await openHistory(page)
  await expect(entries(page)).toContainText(['Published', 'Published', 'Draft created'])
  await page.getByTestId('document-header-Published-chip').click()
  await expect(entries(page)).toContainText(['Published', 'Unpublished', 'Published'])
  await page.getByTestId('document-header-Draft-chip').click()
  await expect(entries(page)).toHaveCount(3)

  await lookBack(page, entries(page).nth(1))
  await expect(field(page, 'title')).toHaveValue('The first telling')
  await expect(fieldBox(page, 'body')).toContainText('The words that were there first.')
  await revert(page)
  await expect(field(page, 'title')).toHaveValue('The first telling')
  await expect(field(page, 'title')).toBeEditable()
  await publish(page)
  await expect
    .poll(async () => (await page.request.get(address)).text(), 'the site tells it as it was told first')
    .toContain('The first telling')
})

test('a recap that was taken off the site begins again with what it said there', async ({
  page,
  product,
}) => {
  await publishRecap(page, product, 'Told and withdrawn')
  await unpublish(page)
  await openHistory(page)
  await expect(entries(page)).toContainText(['Unpublished', 'Draft created', 'Published', 'Draft created'])
  await lookBack(page, entries(page).nth(1))
  await expect(field(page, 'title')).toHaveValue('Told and withdrawn')
})
