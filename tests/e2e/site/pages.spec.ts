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
