import type { Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { expect, test } from '../../support/running-product.ts'
import { askLake, writeElsewhere } from './colleague.ts'
import { chooseAction, publish, unpublish } from './publishing.ts'
import { isFor } from './requests.ts'
import { field, fieldBox, type List, openDocument, openList, openStudio, openTab } from './studio.ts'

/** Opens the Studio at a document of the sample content. */
async function open(page: Page, studioUrl: string, list: List, title: string) {
  await openStudio(page, studioUrl)
  await openList(page, list)
  await openDocument(page, title)
}

test('an address that is changed is remembered when the recap is published', async ({ page, product }) => {
  await open(page, product.studioUrl, 'Published', 'Twice as long, and then the trains')
  const id = 'recap-twice-as-long'
  const before = await askLake(page, '*[_id == $id][0].slug.current', { id })
  await field(page, 'slug').fill('half-as-long')
  await publish(page)
  const published = await askLake(page, '*[_id == $id][0]{"slug": slug.current, previousPaths}', { id })
  expect(published).toEqual({ slug: 'half-as-long', previousPaths: [`/recaps/${before}/`] })
  await expect
    .poll(async () => (await page.request.get(`${product.siteUrl}/recaps/half-as-long/`)).status())
    .toBe(200)
  // Whoever followed the earlier address arrives all the same.
  const reader = await page.context().newPage()
  await expect(async () => {
    await reader.goto(`${product.siteUrl}/recaps/${before}/`)
    await expect(reader).toHaveURL(`${product.siteUrl}/recaps/half-as-long/`, { timeout: 3000 })
  }).toPass()
  await reader.close()
  await openTab(page, 'Settings')
  await expect(fieldBox(page, 'previousPaths')).toContainText('Earlier addresses')

  // Back again: what is the address now is no earlier one.
  await openTab(page, 'Writing')
  await field(page, 'slug').fill(String(before))
  await publish(page)
  expect(await askLake(page, '*[_id == $id][0].previousPaths', { id })).toEqual(['/recaps/half-as-long/'])
})

test('what comes back at another address is found at the one that it had', async ({ page, product }) => {
  await open(page, product.studioUrl, 'Published', 'September is upstairs')
  const id = 'recap-upstairs-in-september'
  const before = await askLake(page, '*[_id == $id][0].slug.current', { id })
  await unpublish(page)
  const status = async (slug: unknown) =>
    (await page.request.get(`${product.siteUrl}/recaps/${slug}/`)).status()
  await expect.poll(() => status(before)).toBe(404)
  await field(page, 'slug').fill('upstairs-again')
  await publish(page)
  expect(await askLake(page, '*[_id == $id][0]{"slug": slug.current, previousPaths}', { id })).toEqual({
    slug: 'upstairs-again',
    previousPaths: [`/recaps/${before}/`],
  })
  await expect.poll(() => status('upstairs-again')).toBe(200)
  const reader = await page.context().newPage()
  await expect(async () => {
    await reader.goto(`${product.siteUrl}/recaps/${before}/`)
    await expect(reader).toHaveURL(`${product.siteUrl}/recaps/upstairs-again/`, { timeout: 3000 })
  }).toPass()
})

test('what is still used says where before it is taken off the site', async ({ page, product }) => {
  await open(page, product.studioUrl, 'Topics', 'Contracting')
  await chooseAction(page, 'Take off the site')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('It is still used here')
  await expect(dialog.getByRole('button', { name: 'Take off the site' })).toHaveCount(0)
  await expectAccessible(page, dialog)
  await dialog.getByRole('link', { name: 'Contracting in a thin market' }).click()
  await expect(page.getByTestId('document-panel-document-title')).toHaveText('Contracting in a thin market')
})

test('an address that another recap has is refused, in plain words', async ({ page, product }) => {
  await open(page, product.studioUrl, 'Published', 'Lessons identified, again')
  await field(page, 'slug').fill('scorecards-never-die')
  await fieldBox(page, 'slug').getByTestId('input-validation-icon-error').hover()
  await expect(page.getByText('Another page has this address already.')).toBeVisible()
  await chooseAction(page, 'Discard changes')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Discard/ })
    .click()
  await expect(field(page, 'slug')).not.toHaveValue('scorecards-never-die')
})

for (const [list, title, path] of [
  ['Published', 'Scorecards never die, they change their name', '/recaps/scorecards-never-die/'],
  ['All evenings', 'Who takes the minutes?', '/events/who-takes-the-minutes/'],
  ['Places', 'The Ninth Ledger', '/venues/ninth-ledger/'],
] as const) {
  test(`${title} is opened on the site from the Studio`, async ({ page, product }) => {
    await open(page, product.studioUrl, list, title)
    const opened = page.context().waitForEvent('page')
    await chooseAction(page, 'Open on the site')
    const site = await opened
    await expect(site).toHaveURL(`${product.siteUrl}${path}`)
    await expect(site.getByRole('heading', { level: 1 })).toContainText(title)
  })
}

test('a duplicate has an address and a date of its own', async ({ page, product }) => {
  await open(page, product.studioUrl, 'Published', 'Scorecards never die, they change their name')
  await chooseAction(page, 'Duplicate')
  await expect(page).not.toHaveURL(/recap-scorecards-never-die/)
  await expect(field(page, 'slug')).toHaveValue('scorecards-never-die-they-change-their-name')
  const copies = await askLake(
    page,
    '*[_type == "recap" && slug.current match "scorecards*"]{_id, publishedAt, previousPaths}',
  )
  expect(copies).toHaveLength(2)
  const draft = (copies as { _id: string; publishedAt: string }[]).find(({ _id }) =>
    _id.startsWith('drafts.'),
  )
  expect(draft?.publishedAt.slice(0, 10)).toBe(new Date().toISOString().slice(0, 10))
})

test('what is still used says where before it is deleted, and offers nothing that cannot work', async ({
  page,
  product,
}) => {
  await open(page, product.studioUrl, 'People', 'Hugh Penhallow')
  await chooseAction(page, 'Delete')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('It is still used here')
  await expect(dialog.getByRole('button', { name: /^Delete/ })).toHaveCount(0)
  await expectAccessible(page, dialog)
  await dialog.getByRole('link', { name: 'Lessons identified, again' }).click()
  await expect(page.getByTestId('document-panel-document-title')).toHaveText('Lessons identified, again')
})

test('where it cannot be found out who still uses it, nothing is deleted', async ({ page, product }) => {
  await open(page, product.studioUrl, 'Places', 'The Ninth Ledger')
  await page.route(isFor('uses'), (route) => route.abort())
  await chooseAction(page, 'Delete')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Where it is used cannot be found out just now. Try again in a moment.')
  await expect(dialog.getByRole('button', { name: /^Delete/ })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByTestId('document-panel-document-title')).toHaveText('The Ninth Ledger')
})

test('badges say what is scheduled, hidden from search engines and closed to replies', async ({
  page,
  product,
}) => {
  await openStudio(page, product.studioUrl)
  const copy = (await askLake(page, '*[_id == "recap-actual-lift"][0]')) as Record<string, unknown>
  await writeElsewhere(page, [
    {
      ...copy,
      _rev: undefined,
      _id: 'recap-to-come',
      title: 'A recap to come',
      slug: { _type: 'slug', current: 'to-come' },
      publishedAt: '2099-12-03T18:30:00Z',
      seo: { _type: 'seo', noIndex: true },
      repliesOpen: false,
    },
  ])
  await openList(page, 'Scheduled')
  await openDocument(page, 'A recap to come')
  for (const badge of ['Scheduled for 3 Dec 2099', 'Hidden from search engines', 'Replies closed'])
    await expect(page.getByText(badge).first()).toBeVisible()
  await page.getByTestId('pane-footer').getByRole('button', { name: 'Open document actions' }).click()
  await expect(page.getByRole('menuitem', { name: 'Open on the site' })).toHaveCount(0)
})
