import { expect, test } from '../../support/built-site.ts'

const words = [
  ['scorecard', 'Scorecards never die, they change their name'],
  ['parrot', 'The parrot took the minutes'],
  ['darts', 'Risk, with darts'],
  ['envelope', 'The envelope behind the bar'],
] as const

for (const [word, title] of words) {
  test(`finds the recap that is about “${word}” among the first three`, async ({ page }) => {
    await page.goto('/search/')
    await page.getByRole('searchbox').pressSequentially(word)
    const results = page.locator('.results > li')
    await expect(results.filter({ hasText: title })).toBeVisible()
    const first = await results.locator('h2').allTextContents()
    expect(first.slice(0, 3)).toContain(title)
    await expect(results.locator('mark').first()).toBeVisible()
    await expect(page.getByRole('status')).toContainText(`“${word}”`)
  })
}

test('keeps the words in the address, so that a search can be shared', async ({ page }) => {
  await page.goto('/search/?q=parrot')
  await expect(page.getByRole('searchbox')).toHaveValue('parrot')
  await page.getByRole('link', { name: 'The parrot took the minutes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The parrot took the minutes')
  await page.goBack()
  await expect(page.getByRole('link', { name: 'The parrot took the minutes' })).toBeVisible()
})

test('leads into the section that has the words', async ({ page }) => {
  await page.goto('/search/?q=watermelon')
  await page.locator('.results ul a').first().click()
  await expect(page).toHaveURL(/\/recaps\/scorecards-never-die\/#on-/)
})

test('says so where nothing is found, and shows the whole list where nothing is asked', async ({ page }) => {
  await page.goto('/search/?q=zzzzqqq')
  await expect(page.getByRole('status')).toContainText('Nothing found for “zzzzqqq”')
  await page.getByRole('searchbox').fill('')
  await expect(page.getByRole('heading', { name: 'Every recap' })).toBeVisible()
})

test('does not find words that every page has around its recap', async ({ page }) => {
  // The address of the next evening stands on the ticket under each recap, and nowhere in its text.
  await page.goto('/search/?q=Inkhorn')
  await expect(page.getByRole('status')).toContainText('“Inkhorn”')
  await expect(page.locator('.results mark', { hasText: 'Inkhorn' })).toHaveCount(0)
})

test('shows markup in a question as text', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
  await expect(page.getByRole('status')).toContainText('<img src=x onerror=alert(1)>')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page leads to every recap, year by year', async ({ page }) => {
    await page.goto('/search/')
    const years = await page
      .locator('.browse a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
    const recaps: string[] = []
    for (const year of years) {
      await page.goto(year)
      recaps.push(
        ...(await page
          .locator('.all a')
          .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))),
      )
    }
    expect(new Set(recaps).size).toBe(15)
  })
})
