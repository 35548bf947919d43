import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { drawnJpeg } from '../support/pictures.ts'
import { expect, test } from '../support/running-product.ts'
import { createRecap } from './studio/documents.ts'
import { publish } from './studio/publishing.ts'
import { field, openStudio } from './studio/studio.ts'
import { addLink, addPhoto } from './studio/toolbar.ts'

test('an organiser writes a recap, and readers find it on the site, by search and in the feed', async ({
  page,
  product,
}) => {
  const { siteUrl, studioUrl, data } = product
  const photo = join(data, 'evening.jpg')
  writeFileSync(photo, await drawnJpeg(1800, 1200))

  await openStudio(page, studioUrl)
  const slug = await createRecap(page, {
    title: 'Quokkas in the risk register',
    standfirst: 'What we learnt from an animal that smiles at everything.',
    authors: ['Priya Nair'],
    cover: { file: photo, alt: 'Dusk over the river' },
    body: [
      { paragraph: 'It began with a photograph that nobody would own.' },
      { heading: 'The quokka problem', level: 2 },
      { paragraph: 'A risk that smiles is still a risk, as the register says.' },
      { bullets: ['It looks harmless', 'It is on every slide'] },
    ],
  })
  expect(slug).toBe('quokkas-in-the-risk-register')
  await addLink(page, 'body', 'register', 'https://example.org/register')
  await addPhoto(page, 'body', photo, 'The same dusk, later')
  await publish(page)

  const address = `${siteUrl}/recaps/${slug}/`
  const reader = await page.context().newPage()
  await expect(async () => {
    expect((await reader.goto(address))?.status()).toBe(200)
  }, 'the published recap is served').toPass()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Quokkas in the risk register')
  await expect(reader.getByRole('heading', { level: 2, name: 'The quokka problem' })).toBeVisible()
  await expect(reader.getByRole('link', { name: 'register', exact: true })).toHaveAttribute(
    'href',
    'https://example.org/register',
  )
  await expect(reader.getByRole('listitem').filter({ hasText: 'It is on every slide' })).toBeVisible()
  for (const alt of ['Dusk over the river', 'The same dusk, later']) {
    const picture = reader.getByRole('main').getByAltText(alt)
    await picture.scrollIntoViewIfNeeded()
    await expect(picture).toHaveJSProperty('complete', true)
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  }

  await reader.goto(siteUrl)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Quokkas in the risk register')

  await expect(async () => {
    await reader.goto(`${siteUrl}/search/?q=quokka`)
    await expect(reader.getByRole('link', { name: 'Quokkas in the risk register' })).toBeVisible({
      timeout: 2000,
    })
  }, 'the published recap is found').toPass()

  const feed = parseRssFeed(await (await reader.request.get(`${siteUrl}/rss.xml`)).text())
  const entry = feed.items?.find((item) => item.link === `${siteUrl}/recaps/${slug}/`)
  expect(entry?.title).toBe('Quokkas in the risk register')
  expect(entry?.content?.encoded).toContain('A risk that smiles is still a risk')
  expect(entry?.content?.encoded).toContain('alt="The same dusk, later"')

  await field(page, 'title').fill('Quokkas, revisited')
  await publish(page)
  await expect(async () => {
    await reader.goto(address)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Quokkas, revisited', { timeout: 500 })
  }, 'the second edition is served').toPass()
})
