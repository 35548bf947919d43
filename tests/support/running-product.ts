import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from './browser.ts'
import { freePorts } from './free-port.ts'
import { runScript } from './program.ts'

/** Everything that `npm start` runs, with the sample content in a folder of its own. */
export type RunningProduct = { siteUrl: string; studioUrl: string; data: string }

/** The same for a test that stops it and starts it again, at the same addresses and on the same data. */
export type RestartableProduct = RunningProduct & { stop(): Promise<void>; start(): Promise<void> }

type Closable = { product: RestartableProduct; close(): Promise<void> }

/** Gives each file of tests a product that no other file has written in. */
type Products = { of(file: string): Promise<RunningProduct> }

type Fixtures = { product: RunningProduct; restartable: RestartableProduct }

/** For a machine that is busy with other things. */
const patience = 300_000

/** A browser test on the whole running product; on one of its own where it takes a `restartable` one. */
export const test = base.extend<Fixtures, { products: Products }>({
  products: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const sample = mkdtempSync(join(tmpdir(), 'sample-'))
      let current: (Closable & { file: string }) | undefined
      let isFilled = false
      await use({
        async of(file) {
          if (current?.file === file) return current.product
          await current?.close()
          current = undefined
          if (!isFilled) await fill(sample)
          isFilled = true
          const copy = mkdtempSync(join(tmpdir(), 'product-'))
          cpSync(sample, copy, { recursive: true })
          current = { file, ...(await openProduct(copy)) }
          return current.product
        },
      })
      await current?.close()
      rmSync(sample, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: patience },
  ],
  product: [
    async ({ products }, use, { file }) => {
      await use(await products.of(file))
    },
    { timeout: patience },
  ],
  restartable: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const { product, close } = await openProduct(mkdtempSync(join(tmpdir(), 'product-')))
      await use(product)
      await close()
    },
    { timeout: patience },
  ],
})

/** Starts it once on a folder, which has the sample content and its pictures from then on. */
async function fill(data: string): Promise<void> {
  const { product } = await openProduct(data)
  await product.stop()
}

/** @param data folder that is removed when the product is closed */
async function openProduct(data: string): Promise<Closable> {
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
  const close = async () => {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await close()
    throw error
  }
  const addresses = { siteUrl: `http://localhost:${site}`, studioUrl: `http://localhost:${studio}` }
  return { product: { ...addresses, data, start, stop }, close }
}

export { expect } from './browser.ts'
