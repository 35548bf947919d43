import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from './browser.ts'
import { freePorts } from './free-port.ts'
import { runScript } from './program.ts'

/** Everything that `npm start` runs, with the sample content in a folder of its own. */
export type RunningProduct = { siteUrl: string; studioUrl: string; data: string }

/** A browser test on the whole running product. */
export const test = base.extend<object, { product: RunningProduct }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const data = mkdtempSync(join(tmpdir(), 'product-'))
      const [site, studio, lake] = await freePorts(3)
      const program = runScript('scripts/start.ts', [
        ...['--site', String(site), '--studio', String(studio), '--lake', String(lake)],
        ...['--data', data],
      ])
      try {
        await program.says('Ready.')
        await use({ siteUrl: `http://localhost:${site}`, studioUrl: `http://localhost:${studio}`, data })
      } finally {
        program.kill('SIGTERM')
        await program.exited
        rmSync(data, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

export { expect } from './browser.ts'
