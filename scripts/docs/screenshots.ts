import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { findBrowser, launchArguments } from '../check/browser.ts'
import { lakeEnvironment } from '../local/environment.ts'
import { lakeClient } from '../local/lake-client.ts'
import { startLakeProcess } from '../local/lake-process.ts'
import { loopback } from '../local/ports.ts'
import { startPublisherProcess } from '../local/publisher-process.ts'
import { reportFailure } from '../local/report-failure.ts'
import { importSampleIntoEmpty } from '../local/sample.ts'
import { buildStudio } from '../studio/build.ts'
import { serveStudio } from '../studio/serve.ts'
import { addStudioContent } from './studio-content.ts'

const docs = fileURLToPath(new URL('../../docs', import.meta.url))
const sitePort = 4381
const siteUrl = `http://localhost:${sitePort}`
const studioPort = 4382
const studioUrl = `http://localhost:${studioPort}`

type Shot = {
  file: string
  address: string
  width: number
  height: number
  colorScheme: 'light' | 'dark'
  /** Brings the page into the state that is shown. */
  until?: (page: Page) => Promise<void>
}

const siteShots: Shot[] = [
  { file: 'site-home.png', address: `${siteUrl}/`, width: 1280, height: 1000, colorScheme: 'light' },
  {
    file: 'site-recap-dark.png',
    address: `${siteUrl}/recaps/scorecards-never-die/`,
    width: 390,
    height: 844,
    colorScheme: 'dark',
  },
]

const studioShots: Shot[] = [
  {
    file: 'studio-start.png',
    address: studioUrl,
    width: 1280,
    height: 800,
    colorScheme: 'light',
    until: async (page) => {
      await page.getByTestId('pane-item-Write a recap').click()
      await page.getByText('Minutes of the last meeting').waitFor()
    },
  },
  {
    file: 'studio-replies-dark.png',
    address: studioUrl,
    width: 390,
    height: 844,
    colorScheme: 'dark',
    until: async (page) => {
      await page.getByTestId('pane-item-Replies that wait').click()
      await page.getByText('Cleo Farr').waitFor()
    },
  },
  {
    file: 'studio-layouts.png',
    address: `${studioUrl}/structure/recaps;recap-administrator-to-adviser`,
    width: 1280,
    height: 800,
    colorScheme: 'dark',
    until: async (page) => {
      await page.getByRole('tab', { name: 'Settings', exact: true }).click()
      await page.getByRole('radio', { name: /A short announcement/ }).scrollIntoViewIfNeeded()
    },
  },
  {
    file: 'studio-recap.png',
    address: studioUrl,
    width: 1280,
    height: 800,
    colorScheme: 'light',
    until: async (page) => {
      await page.getByTestId('pane-item-All recaps').click()
      await page.getByRole('link', { name: /Scorecards never die/ }).click()
      await page.getByTestId('form-view').getByText('What have we stopped doing').waitFor()
    },
  },
]

async function take(
  browser: Browser,
  { file, address, width, height, colorScheme, until }: Shot,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 })
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await until?.(page)
  // Pictures further down, and in galleries that nobody has opened, may wait.
  await page.waitForFunction(() =>
    [...document.images].every(
      (image) =>
        image.complete || !image.checkVisibility() || image.getBoundingClientRect().top > window.innerHeight,
    ),
  )
  const png = await page.screenshot()
  await sharp(png).png({ palette: true, effort: 10 }).toFile(join(docs, file))
  await page.close()
}

/** Takes the README's pictures of the running product, with the sample content. Whatever happens, nothing stays running. */
async function main(): Promise<void> {
  await using ends = new AsyncDisposableStack()
  const data = mkdtempSync(join(tmpdir(), 'shots-'))
  ends.defer(() => rmSync(data, { recursive: true, force: true }))
  const lake = await startLakeProcess({ data, port: 0, allowedOrigins: [studioUrl] })
  ends.defer(lake.stop)
  await importSampleIntoEmpty(lake)
  const publisher = await startPublisherProcess({
    env: { ...process.env, ...lakeEnvironment(lake, siteUrl), SITE_CACHE: join(data, 'cache') },
    out: join(data, 'site'),
    port: sitePort,
    say: console.log,
  })
  ends.defer(publisher.stop)
  const { projectId, dataset, token, url: apiHost } = lake
  const { server } = await serveStudio({
    folder: await buildStudio(process.env),
    host: loopback,
    port: studioPort,
    bootstrap: () => ({ apiHost, projectId, dataset, token, siteUrl }),
  })
  ends.defer(() => {
    server.close()
    server.closeAllConnections()
  })
  const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArguments() })
  ends.defer(() => browser.close())
  for (const shot of siteShots) await take(browser, shot)
  await addStudioContent(lakeClient(lake))
  for (const shot of studioShots) await take(browser, shot)
}

try {
  await main()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
