import type { Page, Request } from '@playwright/test'
import { expect, test } from '../../support/running-product.ts'
import { goToEnd } from './body.ts'
import { publishElsewhere, rolesInLake } from './colleague.ts'
import { createAuthor } from './documents.ts'
import { publish } from './publishing.ts'
import { draftGone, holdNext, isFor } from './requests.ts'
import { field, fieldBox, openStudio } from './studio.ts'

/** Opens the Studio with a new person, ready to be published. Resolves to the address of their page. */
async function beginAuthor(page: Page, product: { siteUrl: string; studioUrl: string }, name: string) {
  await openStudio(page, product.studioUrl)
  const slug = await createAuthor(page, { name, bio: [{ paragraph: 'Counts things.' }] })
  await expect(page.getByTestId('action-publish')).toBeEnabled()
  return `${product.siteUrl}/authors/${slug}/`
}

function saved(page: Page): Promise<Request> {
  return page.waitForEvent('requestfinished', (request) => isFor('document.commit')(new URL(request.url())))
}

async function saysOnSite(page: Page, address: string, words: string): Promise<void> {
  await expect.poll(async () => (await page.request.get(address)).text()).toContain(words)
}

test('the last words are published too, however soon after them one publishes', async ({ page, product }) => {
  const address = await beginAuthor(page, product, 'Ottilie Last')
  await expect(page.getByTestId('pane-footer')).toContainText('Saved')
  await goToEnd(page, fieldBox(page, 'bio').getByRole('textbox'))
  await page.keyboard.type(' And every last word.')
  // The mouse would give the Studio time to hear of the words.
  await page.getByTestId('action-publish').dispatchEvent('click')
  await saysOnSite(page, address, 'And every last word.')
})

test('what one writes while the Studio publishes does not call that off', async ({ page, product }) => {
  const address = await beginAuthor(page, product, 'Ottilie Meanwhile')
  const publication = await holdNext(page, 'document.publish')
  const answer = page.waitForResponse((response) => isFor('document.publish')(new URL(response.url())))
  await page.getByTestId('action-publish').click()
  await publication.arrived
  const change = saved(page)
  await field(page, 'role').fill('Writes on')
  await change
  publication.release()
  expect((await answer).ok()).toBe(true)
  await saysOnSite(page, address, 'Ottilie Meanwhile')
})

test('what is on its way to the lake survives that a colleague publishes', async ({ page, product }) => {
  const gone = draftGone(page)
  const address = await beginAuthor(page, product, 'Ottilie Sent')
  const commit = await holdNext(page, 'document.commit')
  await field(page, 'role').fill('Sends words')
  const { actions } = (await commit.arrived).postDataJSON()
  const { draftId, publishedId } = actions[0]
  await publishElsewhere(page, { draftId, publishedId })
  await gone
  const change = saved(page)
  commit.release()
  await change
  await expect(field(page, 'role')).toHaveValue('Sends words')
  await publish(page)
  await saysOnSite(page, address, 'Sends words')
})

test('what is not sent yet survives that a colleague publishes', async ({ page, product }) => {
  await beginAuthor(page, product, 'Ottilie Unsent')
  const change = saved(page)
  await field(page, 'role').fill('Keeps')
  const { actions } = (await change).postDataJSON()
  // The Studio saves once a second: these words wait.
  await field(page, 'role').fill('Keeps words')
  const { draftId, publishedId } = actions[0]
  await publishElsewhere(page, { draftId, publishedId })
  await expect.poll(() => rolesInLake(page, [draftId, publishedId])).toContain('Keeps words')
  await expect(field(page, 'role')).toHaveValue('Keeps words')
})
