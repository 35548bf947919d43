import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { drawnJpeg } from '../support/pictures.ts'
import { expect, test } from '../support/running-product.ts'
import { createAuthor, createRecap } from './studio/documents.ts'
import { deleteDocument, publish, unpublish } from './studio/publishing.ts'
import { field, newDocument, openDocument, openList, openSettings, openStudio, row } from './studio/studio.ts'

/** Asks the site until an address answers with the status: what is published comes a moment later. */
async function siteAnswers(page: Page, address: string, status: number): Promise<void> {
  await expect
    .poll(async () => (await page.request.get(address)).status(), `${address} answers ${status}`)
    .toBe(status)
}

test('a new author is introduced on the site, taken off it again, and deleted', async ({ page, product }) => {
  const { siteUrl, studioUrl, data } = product
  const portrait = join(data, 'portrait.jpg')
  writeFileSync(portrait, await drawnJpeg(900, 900))

  await openStudio(page, studioUrl)
  const slug = await createAuthor(page, {
    name: 'Wilhelmina Bright',
    role: 'Keeper of the register',
    portrait: { file: portrait, alt: 'Wilhelmina at the bar' },
    bio: [{ paragraph: 'Wilhelmina counts things that others have stopped counting.' }],
  })
  const address = `${siteUrl}/authors/${slug}/`
  await siteAnswers(page, address, 404)
  await publish(page)
  await siteAnswers(page, address, 200)
  expect(await (await page.request.get(address)).text()).toContain('Keeper of the register')

  await unpublish(page)
  await siteAnswers(page, address, 404)
  await deleteDocument(page)
  await openList(page, 'People')
  await expect(row(page, 'Marta Lind')).toBeVisible()
  await expect(row(page, 'Wilhelmina Bright')).toHaveCount(0)
})

test('a draft is nowhere on the site', async ({ page, product }) => {
  const { siteUrl, studioUrl } = product
  await openStudio(page, studioUrl)
  const slug = await createRecap(page, {
    title: 'Nobody has read this zymurgy',
    standfirst: 'A draft.',
    authors: ['Tom Okafor'],
    body: [{ paragraph: 'Not yet.' }],
  })
  // Nothing is missing: only that nobody has published it keeps it off the site.
  await expect(page.getByTestId('action-publish')).toBeEnabled()
  await siteAnswers(page, `${siteUrl}/recaps/${slug}/`, 404)
  for (const path of ['/', '/recaps/', '/rss.xml', '/search/'])
    expect(await (await page.request.get(siteUrl + path)).text()).not.toContain('zymurgy')
  await openList(page, 'Drafts')
  await expect(row(page, 'Nobody has read this zymurgy')).toBeVisible()
})

test('a published recap is changed, and the site’s name too', async ({ page, product }) => {
  const { siteUrl, studioUrl } = product
  await openStudio(page, studioUrl)
  await openList(page, 'Published')
  await openDocument(page, 'Risk, with darts')
  await field(page, 'title').fill('Risk, with sharper darts')
  await publish(page)
  await expect
    .poll(async () => (await page.request.get(`${siteUrl}/recaps/`)).text())
    .toContain('sharper darts')

  await openSettings(page)
  await field(page, 'title').fill('Matters Arising')
  await publish(page)
  await expect.poll(async () => (await page.request.get(siteUrl)).text()).toContain('Matters Arising')
})

test('a new recap begins with what one writes first', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  await newDocument(page, 'All recaps')
  const form = page.getByTestId('form-view')
  await expect(form).toContainText('Standfirst')
  const text = (await form.allInnerTexts()).join()
  const places = ['Which evening?', 'Title', 'Address', 'Standfirst', 'Who wrote it'].map((label) =>
    text.indexOf(label),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})
