import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from './browser.ts'
import { freePorts } from './free-port.ts'
import { runScript } from './program.ts'

/** Everything that `npm start` runs, with the sample content in a folder of its own. */
export type RunningProduct = { siteUrl: string; studioUrl: string; data: string }

/** The same for a test that stops it and starts it again, at the same addresses and on the same data. */
export type RestartableProduct = RunningProduct & { stop(): Promise<void>; start(): Promise<void> }

/** A browser test on the whole running product; on one of its own where it takes a `restartable` one. */
export const test = base.extend<{ restartable: RestartableProduct }, { product: RunningProduct }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      await withProduct(use)
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  restartable: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      await withProduct(use)
    },
    { timeout: 300_000 },
  ],
})

async function withProduct(use: (product: RestartableProduct) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'product-'))
  const [site, studio, lake] = await freePorts(3)
  let program: ReturnType<typeof runScript> | undefined
  const start = async () => {
    program = runScript('scripts/start.ts', [
      ...['--site', String(site), '--studio', String(studio), '--lake', String(lake)],
      ...['--data', data],
    ])
    await program.says('Ready.')
  }
  const stop = async () => {
    program?.kill('SIGTERM')
    await program?.exited
  }
  try {
    await start()
    await use({
      siteUrl: `http://localhost:${site}`,
      studioUrl: `http://localhost:${studio}`,
      data,
      start,
      stop,
    })
  } finally {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}

export { expect } from './browser.ts'
