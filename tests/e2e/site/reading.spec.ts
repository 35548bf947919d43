import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { filesBelow } from '../../../src/press/files.ts'
import { builtPages, builtSite, expect, kindsOfPages, test } from '../../support/built-site.ts'

const scheme = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)

test('a reading page loads one script, and has no other script or style in it', () => {
  for (const path of builtPages().filter((page) => page !== kindsOfPages.search)) {
    const html = readFileSync(join(builtSite, path, 'index.html'), 'utf8')
    if (html.includes('http-equiv="refresh"')) continue
    const scripts = [...html.matchAll(/<script(?! type="application\/ld\+json")([^>]*)>([^<]*)<\/script>/g)]
    expect(scripts.map(([, , content]) => content)).toEqual([''])
    expect(html).not.toMatch(/<style| style="| on\w+="/)
  }
})

test('a reader chooses a theme, which is there on the next page before anything is painted', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.addInitScript(() => {
    requestAnimationFrame(() => {
      document.documentElement.setAttribute('data-painted', document.documentElement.dataset.theme ?? 'none')
    })
  })
  await page.goto(kindsOfPages.recap)
  expect(await scheme(page)).toBe('light dark')
  await page.getByRole('radio', { name: 'Dark' }).check()
  expect(await scheme(page)).toBe('dark')

  await page.goto(kindsOfPages.home)
  await expect(page.locator('html')).toHaveAttribute('data-painted', 'dark')
  expect(await scheme(page)).toBe('dark')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await expect(page.locator('meta[name=theme-color]').first()).toHaveAttribute('content', background)

  await page.getByRole('radio', { name: 'As the system' }).check()
  await page.goto(kindsOfPages.recap)
  expect(await scheme(page)).toBe('light dark')
})

test('the search is a key away, but not while somebody writes', async ({ page }) => {
  await page.goto(kindsOfPages.recap)
  await page.keyboard.press('/')
  await expect(page).toHaveURL(/\/search\/$/)
  const field = page.getByRole('searchbox')
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await page.keyboard.type('a/b')
  await expect(field).toHaveValue('a/b')
})

test.describe('a video', () => {
  test.use({ strangers: [/^https:\/\/www\.youtube-nocookie\.com\/embed\//] })
  const recap = '/recaps/who-owns-the-benefits/'

  test('is loaded when a reader plays it, and not before', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith('http://localhost')) asked.push(request.url())
    })
    await page.goto(recap)
    const video = page.getByRole('link', { name: /Big Buck Bunny.*YouTube/ })
    await video.scrollIntoViewIfNeeded()
    expect(asked).toEqual([])
    await video.click()
    await expect(page.getByTitle(/Big Buck Bunny/)).toHaveAttribute('src', /youtube-nocookie/)
    await expect.poll(() => asked.length).toBeGreaterThan(0)
    await expect(page).toHaveURL(new RegExp(recap))
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a video is a link', async ({ page }) => {
    await page.goto('/recaps/who-owns-the-benefits/')
    const video = page.getByRole('link', { name: /Big Buck Bunny/ })
    await expect(video).toHaveAttribute('href', 'https://www.youtube.com/watch?v=aqz-KE-bpKQ')
  })

  test('a picture of a gallery opens large, leads to its neighbours, and closes', async ({ page }) => {
    await page.goto(kindsOfPages.photoStory)
    const opener = (name: RegExp) => page.getByRole('button', { name })
    const [bell, fire, book] = [opener(/A brass bell/), opener(/A pub fireplace/), opener(/An open book/)]
    await fire.click()
    const large = page.getByRole('dialog', { name: 'Picture 2 of 5' })
    await expect(large.getByRole('img', { name: /fireplace/ })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden()

    await expect(large.getByRole('button', { name: 'Close' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(book).toBeFocused()
    await expect(page.getByText('Next', { exact: true }).filter({ visible: true })).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveAccessibleName('Picture 3 of 5')
    await expect(large).toBeHidden()

    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(book).toBeFocused()

    await fire.click()
    await bell.click()
    await expect(page.getByRole('dialog')).toHaveAccessibleName('Picture 1 of 5')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})

test('axe finds nothing in an open gallery, on a phone and on a desk', async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 700 })
    await page.goto(kindsOfPages.photoStory)
    await page.getByRole('button', { name: /A pub fireplace/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    const { violations } = await new AxeBuilder({ page })
      .disableRules(['page-has-heading-one', 'landmark-one-main', 'bypass'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    )
  }
})

for (const width of [320, 768, 1280, 1920])
  test(`at ${width} px, every picture says how wide it is shown`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    const { home, archive, recap, interview, photoStory, announcement, author, authors } = kindsOfPages
    const { eventToCome, eventThatWas, venue, venues } = kindsOfPages
    const recaps = [archive, recap, interview, photoStory, announcement]
    const wrong: string[] = []
    for (const path of [home, ...recaps, author, authors, eventToCome, eventThatWas, venue, venues]) {
      await page.goto(path)
      const shown = await page.locator('img').evaluateAll((images: HTMLImageElement[]) =>
        images
          .filter((image) => image.checkVisibility() && image.srcset !== '')
          .map((image) => {
            const said = image.sizes
              .split(/,(?![^(]*\))/)
              .map((part) => /^\s*(?:(\(min-width: [^)]+\)) )?(.+?)\s*$/.exec(part))
              .find((part) => part?.[1] === undefined || matchMedia(part[1]).matches)?.[2]
            const ruler = document.createElement('div')
            ruler.style.cssText = `position: absolute; width: ${said}`
            document.body.append(ruler)
            const [told, real] = [ruler.offsetWidth, image.getBoundingClientRect().width]
            ruler.remove()
            return { src: image.src.split('/').slice(-3).join('/'), told, real: Math.round(real) }
          }),
      )
      expect(shown.length).toBeGreaterThan(0)
      for (const { src, told, real } of shown)
        if (told < real * 0.95 || told > real * 1.2 + 8)
          wrong.push(`${path} ${src}: said ${told}, is ${real}`)
    }
    expect(wrong).toEqual([])
  })

test('the largest picture is loaded first, and those below when they are near', async ({ page }) => {
  const { home, recap, interview, photoStory } = kindsOfPages
  for (const path of [home, recap, interview, photoStory]) {
    await page.goto(path)
    await expect(page.locator('img[fetchpriority=high]')).toHaveCount(1)
    const first = page.locator('main img.pic').first()
    await expect(first).toHaveAttribute('fetchpriority', 'high')
    expect(await first.getAttribute('loading')).toBeNull()
    const sized = await page
      .locator('img')
      .evaluateAll((images: HTMLImageElement[]) =>
        images.every((image) => image.hasAttribute('width') && image.hasAttribute('height')),
      )
    expect(sized).toBe(true)
  }
})

test('fonts of a reading page are at most 80 KB, and nothing is missing', async ({ page }) => {
  const sizes = new Map<string, number>()
  page.on('response', async (response) => {
    expect(response.status()).toBeLessThan(400)
    if (response.url().endsWith('.woff2')) sizes.set(response.url(), (await response.body()).length)
  })
  await page.goto(kindsOfPages.recap, { waitUntil: 'networkidle' })
  expect(sizes.size).toBeGreaterThan(1)
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  )
  expect(loaded).toEqual(expect.arrayContaining(['Fraunces', 'Figtree']))
  expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(80_000)
  const preloads = await page
    .locator('link[rel=preload]')
    .evaluateAll((links: HTMLLinkElement[]) => links.map(({ href }) => href))
  for (const preload of preloads) expect([...sizes.keys()]).toContain(preload)
})

test('every style sheet, font and script of the site is used', () => {
  const files = filesBelow(builtSite).filter((file) => file.startsWith('_astro/'))
  const text = filesBelow(builtSite)
    .filter((file) => /\.(?:html|css|js)$/.test(file) && !file.startsWith('pagefind/'))
    .map((file) => readFileSync(join(builtSite, file), 'utf8'))
    .join('')
  expect(files.filter((file) => !text.includes(file.slice('_astro/'.length)))).toEqual([])
})

for (const width of [320, 1280])
  test(`at ${width} px, nothing moves when the fonts come late`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    let letFontsThrough = () => {}
    const painted = new Promise<void>((resolve) => {
      letFontsThrough = resolve
    })
    await page.route('**/*.woff2', async (route) => {
      await painted
      await route.continue()
    })
    await page.goto(kindsOfPages.recap, { waitUntil: 'domcontentloaded' })
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    letFontsThrough()
    await page.evaluate(() => document.fonts.ready)
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value)
          }).observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
        }),
    )
    expect(shift).toBeLessThan(0.001)
  })

test('words of eighty letters stay inside of the page, wherever they stand', async ({ page }) => {
  const { home, recap, interview, photoStory, announcement, author, topics } = kindsOfPages
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of [home, recap, interview, photoStory, announcement, author, topics]) {
      await page.goto(path)
      const overflow = await page.evaluate(() => {
        const written =
          'h1, h2, h3, h4, p, li, td, th, figcaption, .kicker, .by a, .tags a, .embed b, .brand, .menu a'
        for (const element of document.querySelectorAll(written))
          for (const node of element.childNodes)
            if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
              node.textContent = 'Donaudampf'.repeat(8)
        return document.documentElement.scrollWidth - document.documentElement.clientWidth
      })
      expect(overflow, `${path} at ${width} px`).toBe(0)
    }
  }
})

test('pages are entered with a transition, which nothing breaks off', async ({ page }) => {
  await page.addInitScript(() => {
    // A page may be loaded before it is shown for the first time.
    const arrived = new Promise((resolve) =>
      addEventListener('pagereveal', ({ viewTransition }) =>
        resolve(viewTransition ? viewTransition.finished.then(() => 'whole') : 'none'),
      ),
    )
    Object.assign(window, { arrived })
  })
  const broken: string[] = []
  const { home, recap, events, search, notFound } = kindsOfPages
  for (const path of [home, recap, events, search, notFound]) {
    await page.goto(path === home ? recap : home)
    await Promise.all([
      page.waitForURL((url) => url.pathname === path),
      page.evaluate((to) => location.assign(to), path),
    ])
    const arrived = await page.evaluate(() => Reflect.get(window, 'arrived'))
    if (arrived !== 'whole') broken.push(`${path}: ${arrived}`)
  }
  expect(broken).toEqual([])
})

test('a sign in the text leads to its note, and the note back', async ({ page }) => {
  await page.goto(kindsOfPages.photoStory)
  const sign = page.locator('a[role=doc-noteref]')
  await expect(sign).toHaveAccessibleName('Note *')
  await sign.click()
  const back = page.locator('a[role=doc-backlink]')
  await expect(back).toBeInViewport()
  await back.click()
  await expect(sign).toBeInViewport()
})
