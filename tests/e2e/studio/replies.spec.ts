import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { expect, test } from '../../support/running-product.ts'
import { askLake, writeElsewhere } from './colleague.ts'
import { chooseAction } from './publishing.ts'
import { openList, openStudio, paneItem, row } from './studio.ts'

const recap = 'recap-scorecards-never-die'
const ref = (id: string) => ({ _type: 'reference', _ref: id })
const sent = (id: string, name: string, text: string, fields: object = {}) => ({
  _id: id,
  _type: 'reply',
  recap: ref(recap),
  name,
  text,
  submittedAt: '2026-11-15T10:00:00Z',
  ...fields,
})
const contact = (reply: string) => ({
  _id: `contacts.${reply}`,
  _type: 'replyContact',
  reply: { ...ref(reply), _weak: true },
  email: 'somebody@example.org',
  submittedAt: '2026-11-15T10:00:00Z',
})

/** Ids of replies and addresses that are left, drafts included, of those that a test has made. */
async function left(page: Page, ids: string[]): Promise<unknown> {
  const all = ids.flatMap((id) => [id, `drafts.${id}`, `contacts.${id}`])
  return askLake(page, '*[_id in $all] | order(_id)._id', { all })
}

async function openWaiting(page: Page): Promise<void> {
  await paneItem(page, 'Replies that wait').click()
  await expect(page.getByTestId('waiting-pane')).toBeVisible()
}

function card(page: Page, name: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Approve ${name}’s reply` }) })
}

test('replies that wait are counted as they come, and approved one by one with the thread in view', async ({
  page,
  product,
}) => {
  await openStudio(page, product.studioUrl)
  const count = paneItem(page, 'Replies that wait').getByTestId('waiting-count')
  await expect(count).toHaveCount(0)
  await writeElsewhere(page, [
    sent('anna', 'Anna Coombe', 'We stopped doing the report in March.'),
    sent('drafts.bert', 'Bert Ogilvie', 'So did we.', { inReplyTo: ref('anna') }),
  ])
  await expect(count).toHaveText('1')
  await writeElsewhere(page, [sent('drafts.cleo', 'Cleo Farr', 'Who had the darts?')])
  await expect(count).toHaveText('2')

  await openWaiting(page)
  await expect(card(page, 'Bert Ogilvie')).toContainText('Scorecards never die')
  await expect(card(page, 'Bert Ogilvie')).toContainText('We stopped doing the report in March.')
  await expectAccessible(page, page.getByTestId('waiting-pane'))
  await page.getByRole('button', { name: 'Approve Bert Ogilvie’s reply' }).click()
  await expect(card(page, 'Bert Ogilvie')).toHaveCount(0)
  await expect(count).toHaveText('1')
  expect(await left(page, ['bert'])).toEqual(['bert'])

  await page.getByRole('link', { name: 'Change Cleo Farr’s reply' }).click()
  await page.getByTestId('action-approve').click()
  await expect.poll(() => left(page, ['cleo'])).toEqual(['cleo'])
  await expect(count).toHaveCount(0)
})

test('a reply is rejected after its words were shown, and its address goes with it', async ({
  page,
  product,
}) => {
  await openStudio(page, product.studioUrl)
  await writeElsewhere(page, [
    sent('drafts.spam', 'Best Prices', 'Ten frameworks for nine!'),
    contact('spam'),
  ])
  await openWaiting(page)
  await page.getByRole('button', { name: 'Reject Best Prices’s reply' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Ten frameworks for nine!')
  await expectAccessible(page, dialog)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await left(page, ['spam'])).toHaveLength(2)

  await page.getByRole('button', { name: 'Reject Best Prices’s reply' }).click()
  await dialog.getByRole('button', { name: 'Reject' }).click()
  await expect(card(page, 'Best Prices')).toHaveCount(0)
  expect(await left(page, ['spam'])).toEqual([])
})

test('many replies are approved or rejected at once', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  const names = ['Dora', 'Edgar', 'Flora', 'Gus']
  await writeElsewhere(
    page,
    names.map((name) => sent(`drafts.many-${name.toLowerCase()}`, name, `${name} says yes.`)),
  )
  await openWaiting(page)
  for (const name of ['Dora', 'Edgar'])
    await page.getByRole('checkbox', { name: `Choose ${name}’s reply` }).check()
  await page.getByRole('button', { name: 'Approve chosen' }).click()
  await expect(card(page, 'Dora')).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Choose all' }).check()
  await page.getByRole('button', { name: 'Reject chosen' }).click()
  await expect(page.getByRole('dialog')).toContainText('Flora says yes.')
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByText('No reply waits.')).toBeVisible()
  expect(
    await left(
      page,
      names.map((name) => `many-${name.toLowerCase()}`),
    ),
  ).toEqual(['many-dora', 'many-edgar'])
})

test('a reply that others answer is not deleted under them', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  await writeElsewhere(page, [
    sent('root', 'Root', 'The first word.'),
    sent('leaf', 'Leaf', 'The last word.', { inReplyTo: ref('root') }),
  ])
  await openList(page, 'Replies on the site')
  await row(page, 'The first word.').getByRole('link').click()
  await chooseAction(page, 'Delete')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('One reply answers this')
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
})
