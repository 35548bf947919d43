import { expectAccessible } from '../../support/axe.ts'
import { expect, test } from '../../support/running-product.ts'
import { writeElsewhere } from './colleague.ts'
import { chooseAction, publish } from './publishing.ts'
import {
  field,
  fieldBox,
  newDocument,
  openDocument,
  openList,
  openSettings,
  openStudio,
  openTab,
  paneItem,
  row,
} from './studio.ts'

const evening = {
  _id: 'event-untold',
  _type: 'event',
  title: 'Risk, with darts',
  slug: { _type: 'slug', current: 'an-untold-evening' },
  startsAt: '2026-11-19T18:30:00Z',
  timeZone: 'Europe/London',
  status: 'scheduled',
  venue: { _type: 'reference', _ref: 'venue-tide-and-tally' },
}

test('a recap begins with an evening that nobody has written up, and knows it', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  await writeElsewhere(page, [evening])
  await paneItem(page, 'Write a recap').click()
  const choice = page.getByRole('link', { name: /Risk, with darts.*The Tide & Tally/ })
  await expect(choice).toContainText('19 Nov 2026, 18:30')
  await expectAccessible(page, page.getByTestId('begin-recap'))
  await choice.click()

  await expect(field(page, 'title')).toHaveValue('Risk, with darts')
  // Another recap has the address that the title would give.
  await expect(field(page, 'slug')).toHaveValue('risk-with-darts-2')
  await expect(page.getByTestId('form-view')).toContainText('19 Nov 2026, 18:30')
  await openTab(page, 'Settings')
  await expect(page.getByRole('radio', { name: /An evening’s recap/ })).toBeChecked()
  await expectAccessible(page, page.getByRole('radiogroup', { name: 'How it is laid out' }))

  await openList(page, 'All evenings')
  await openDocument(page, 'Risk, with darts')
  await chooseAction(page, 'Write its recap')
  await expect(field(page, 'title')).toHaveValue('Risk, with darts')
})

test('a recap is by the organiser who begins it, where one person has their name', async ({
  page,
  product,
}) => {
  await openStudio(page, product.studioUrl)
  const name = await page.evaluate(async () => {
    const { apiHost, token } = JSON.parse(document.getElementById('local-lake')?.textContent ?? '{}')
    const headers = { authorization: `Bearer ${token}` }
    return (await (await fetch(`${apiHost}/v2025-02-19/users/me`, { headers })).json()).name
  })
  await writeElsewhere(page, [
    { _id: 'author-own', _type: 'author', name, slug: { current: 'own' }, bio: [] },
  ])
  await newDocument(page, 'All recaps')
  await expect(fieldBox(page, 'authors')).toContainText(name)
})

test('recaps are found by who wrote them and by their topics', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  await openList(page, 'By author')
  await row(page, 'Hugh Penhallow').getByRole('link').click()
  await expect(row(page, 'Lessons identified, again')).toBeVisible()
  await expect(row(page, 'The coat nobody came back for')).toHaveCount(0)
  await openList(page, 'By topic')
  await row(page, 'Skills').first().getByRole('link').click()
  await expect(row(page, 'Skills, on nine metres')).toBeVisible()

  await writeElsewhere(page, [
    { _id: 'topic-unwritten', _type: 'topic', title: 'Unwritten', slug: { current: 'unwritten' } },
  ])
  await row(page, 'Unwritten').getByRole('link').click()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
})

test('mistakes are told where they are, in words that say what to do', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  await openList(page, 'Published')
  await openDocument(page, 'The dashboard nobody opened')
  const says = async (path: string, message: string) => {
    await fieldBox(page, path).getByTestId('input-validation-icon-error').first().hover()
    await expect(page.getByText(message).first()).toBeVisible()
  }
  await field(page, 'standfirst').fill('')
  await says('standfirst', 'Write one paragraph that says what the evening was about.')
  await field(page, 'slug').fill('2026')
  await says('slug', 'Add a word: addresses of numbers alone belong to the archive.')
  await field(page, 'slug').fill('')
  await says('slug', 'Give it an address: press Generate.')
  await expect(page.getByTestId('action-publish')).toBeDisabled()
  // Once, though Sanity itself would have it that the text inside is missing too.
  await page.getByRole('button', { name: 'Validation' }).click()
  await expect(page.getByRole('button', { name: /^Address.*Give it an address/ })).toHaveCount(1)

  await openStudio(page, product.studioUrl)
  await openList(page, 'What’s coming')
  await openDocument(page, 'Careers: what would you do for the same money?')
  await field(page, 'timeZone').fill('Pub/Corner')
  await says('timeZone', '“Pub/Corner” is not a time zone.')
})

test('a layout asks for what it needs', async ({ page, product }) => {
  await page.goto(`${product.studioUrl}/intent/create/template=recap;type=recap`)
  await openTab(page, 'Settings')
  const interview = page.getByRole('radio', { name: /An interview/ })
  await interview.check()
  await expect(page.locator('label').filter({ has: interview })).toContainText('Needs a cover picture.')
  await page.getByRole('button', { name: 'Validation' }).click()
  await expect(page.getByText('The layout “An interview” needs a cover picture.').first()).toBeVisible()
})

test('the Studio carries the site’s name', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  await expect(page.getByTestId('pane-header').getByText('Any Other Business')).toBeVisible()
  await openSettings(page)
  await field(page, 'title').fill('Matters Arising')
  await publish(page)
  await openStudio(page, product.studioUrl)
  await expect(page.getByTestId('pane-header').getByText('Matters Arising')).toBeVisible()
})
