import type { Page } from '@playwright/test'
import { expectAccessible } from '../../support/axe.ts'
import { expect, test } from '../../support/running-product.ts'
import { askLake, writeElsewhere } from './colleague.ts'
import { generateSlug } from './fields.ts'
import { field, openStudio, paneItem } from './studio.ts'

const waiting = (id: string, name: string, text: string) => ({
  _id: `drafts.${id}`,
  _type: 'reply',
  recap: { _type: 'reference', _ref: 'recap-scorecards-never-die' },
  name,
  text,
  submittedAt: '2026-11-15T10:00:00Z',
})

async function expectNothingBesideTheScreen(page: Page): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: window.innerWidth,
  }))
  expect(content).toBeLessThanOrEqual(screen)
}

test.describe('on a small phone in the dark', () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' })

  test('a recap is begun and a reply approved', async ({ page, product }) => {
    await openStudio(page, product.studioUrl)
    await expectNothingBesideTheScreen(page)
    const long = 'Antidisestablishmentarianism'.repeat(4)
    await writeElsewhere(page, [waiting('phone', 'Ida Small', long)])
    await paneItem(page, 'Replies that wait').click()
    const pane = page.getByTestId('waiting-pane')
    await expect(pane).toContainText('Ida Small')
    await expectNothingBesideTheScreen(page)
    expect(await pane.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    await expectAccessible(page, pane)
    await page.getByRole('button', { name: 'Approve Ida Small’s reply' }).click()
    await expect(page.getByText('No reply waits.')).toBeVisible()

    await openStudio(page, product.studioUrl)
    await paneItem(page, 'Write a recap').click()
    await expectAccessible(page, page.getByTestId('begin-recap'))
    await expectNothingBesideTheScreen(page)
    await page
      .getByTestId('begin-recap')
      .getByRole('link', { name: /An empty page|Begin with an empty page/ })
      .click()
    await field(page, 'title').fill('Written on the train')
    expect(await generateSlug(page)).toBe('written-on-the-train')
    await page.getByTestId('field-group-select').selectOption({ label: 'Settings' })
    const layouts = page.getByRole('radiogroup', { name: 'How it is laid out' })
    await layouts.scrollIntoViewIfNeeded()
    await expectAccessible(page, layouts)
    await expectNothingBesideTheScreen(page)
  })
})

test('a table is written with words for everybody', async ({ page, product }) => {
  await openStudio(page, product.studioUrl)
  const found = await askLake(
    page,
    '*[_type == "recap" && count(body[_type == "table"]) > 0][0]{_id, "key": body[_type == "table"][0]._key}',
  )
  const { _id, key } = found as { _id: string; key: string }
  const path = encodeURIComponent(`body[_key=="${key}"].rows`)
  await page.goto(`${product.studioUrl}/intent/edit/id=${_id};type=recap;path=${path}`)
  const cell = page.getByRole('textbox', { name: 'Row 1, column 1' })
  await expect(cell).toBeVisible()
  await expectAccessible(page, page.getByRole('table').filter({ has: cell }))
})
