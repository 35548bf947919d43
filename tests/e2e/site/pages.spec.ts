import AxeBuilder from '@axe-core/playwright'
import { expect, kindsOfPages, test } from '../../support/built-site.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const [kind, path] of Object.entries(kindsOfPages)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      test(`${kind}, ${colorScheme}, ${width} px wide: axe finds nothing, and nothing sticks out`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path)
        const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
        ).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBe(0)
      })
    }
  }
}

test('every picture of a recap is there', async ({ page }) => {
  const failed: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url())
  })
  await page.goto(kindsOfPages.recap)
  const pictures = page.locator('main img').filter({ visible: true })
  expect(await pictures.count()).toBeGreaterThan(5)
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect(picture).toHaveJSProperty('complete', true)
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  }
  expect(failed).toEqual([])
})

test('a keyboard reaches the content first, then the menu', async ({ page }) => {
  await page.goto(kindsOfPages.recap)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
})

test('contents lead to their sections', async ({ page }) => {
  await page.goto(kindsOfPages.recap)
  const contents = page.getByRole('navigation', { name: 'On this page' })
  await contents.getByRole('link', { name: 'Skills, again' }).click()
  await expect(page.getByRole('heading', { name: 'Skills, again' })).toBeInViewport()
})

test('an unknown address is searched for by its words', async ({ page }) => {
  await page.goto('/2019/05/scorecards-never-dye.html')
  await expect(page.getByRole('searchbox')).toHaveValue('scorecards never dye')
  await expect(page.getByRole('heading', { name: 'Perhaps one of these' })).toBeVisible()
  await page.getByRole('link', { name: 'Scorecards never die, they change their name' }).click()
  await expect(page).toHaveURL(new RegExp(kindsOfPages.recap))
})

test('an old address leads to where its page is now', async ({ page }) => {
  await page.goto('/events/august-terrace/')
  await expect(page).toHaveURL(/\/events\/summer-terrace\/$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Summer evening on the terrace')
})

test('a reader can go from a recap to its evening, its place, and what else was said there', async ({
  page,
}) => {
  await page.goto(kindsOfPages.recap)
  await page.getByRole('link', { name: 'What have we stopped doing?' }).click()
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText(
    'What have we stopped doing?',
  )
  await page.getByRole('main').getByRole('link', { name: 'The Tide & Tally' }).first().click()
  await expect(page.getByRole('heading', { name: 'What was said here' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Places' }).click()
  await expect(page).toHaveURL(/\/venues\/$/)
})

test('an unknown address answers 404 with a way on', async ({ page }) => {
  const response = await page.goto(kindsOfPages.notFound)
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('searchbox').fill('scorecards')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Scorecards never die' })).toBeVisible()
})

test('a reader can go from the newest recap to its author, topics, and the one before', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('main').getByRole('heading', { level: 1 }).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(kindsOfPages.recap))
  await page.getByRole('navigation', { name: 'Earlier and later' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The coat nobody came back for')
  await page.getByRole('navigation', { name: 'Topics of this recap' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/topics\//)
})
