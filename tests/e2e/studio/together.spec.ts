import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../../support/running-product.ts'
import { publish } from './publishing.ts'
import { field, fieldBox, openDocument, openList, openStudio } from './studio.ts'

// High enough for all fields that are written in: the faces of those at other fields stand at its edge.
test.use({ viewport: { width: 1600, height: 1200 } })

/** Where the faces of those are shown who are at a field elsewhere. */
function facesAt(page: Page, path: string): Locator {
  return fieldBox(page, path).locator('[data-ui="PresenceBox"]')
}

test('two organisers write one recap together, each where the other can see it', async ({
  page: ann,
  context,
  product,
}) => {
  const ben = await context.newPage()
  for (const page of [ann, ben]) {
    await openStudio(page, product.studioUrl)
    await openList(page, 'All recaps')
    await openDocument(page, 'The parrot took the minutes')
  }
  await field(ben, 'standfirst').focus()
  await expect(facesAt(ann, 'standfirst')).toHaveCount(1)
  await field(ann, 'title').focus()
  await expect(facesAt(ben, 'title')).toHaveCount(1)

  await Promise.all([
    field(ann, 'title').fill('The parrot took all the minutes'),
    field(ben, 'standfirst').fill('Every word of them.'),
  ])
  await expect(field(ann, 'standfirst')).toHaveValue('Every word of them.')
  await expect(field(ben, 'title')).toHaveValue('The parrot took all the minutes')
  await publish(ben)
  await expect(ann.getByTestId(/^action-publish(ed)?$/)).toBeDisabled()
  await expect
    .poll(async () => (await ann.request.get(`${product.siteUrl}/recaps/`)).text())
    .toContain('The parrot took all the minutes')

  await ben.close()
  await expect(facesAt(ann, 'standfirst')).toHaveCount(0)
})
