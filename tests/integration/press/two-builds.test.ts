import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startLake } from '../../../scripts/lake/start.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { toCreate } from '../../support/documents.ts'
import { clientOf, test } from '../../support/lake.ts'
import { runScript } from '../../support/program.ts'
import { randomSource } from '../../support/random.ts'
import { randomSite } from '../../support/random-site.ts'

const content = randomSite(randomSource(5)).documents()

/** Builds a site of the same content, which was put into the lake in some order, on a machine of some place. */
async function build(folder: string, documents: typeof content, env: Record<string, string>) {
  const lake = await startLake({ dataDir: join(folder, 'lake'), port: 0 })
  const transaction = clientOf(lake).transaction()
  for (const document of documents) transaction.create(toCreate(document))
  await transaction.commit()
  const out = join(folder, 'site')
  const program = runScript('scripts/build.ts', ['--out', out], {
    SANITY_API_HOST: lake.url,
    SANITY_PROJECT_ID: lake.projectId,
    SANITY_DATASET: lake.dataset,
    SANITY_TOKEN: lake.token,
    SITE_URL: 'https://blog.example',
    SITE_NOW: '2025-07-01T00:00:00Z',
    SITE_CACHE: join(folder, 'cache'),
    SITE_PICTURES: 'cdn',
    // The lake has none of the pictures that would stand on them.
    SITE_SHARE_CARDS: 'none',
    ...env,
  })
  const code = await program.exited
  await lake.close()
  expect(code, program.output()).toBe(0)
  // The addresses of pictures name the lake, which has another port each time.
  const text = (file: string) => readFileSync(join(out, file), 'latin1').replaceAll(lake.url, 'http://lake')
  return Object.fromEntries(filesBelow(out).map((file) => [file, text(file)]))
}

test('two builds of the same content are the same files, wherever and in whatever order', async ({
  dataDir,
}) => {
  const one = await build(join(dataDir, 'one'), content, {
    TZ: 'Pacific/Auckland',
    LC_ALL: 'de_DE.UTF-8',
    LANG: 'de_DE.UTF-8',
  })
  const two = await build(join(dataDir, 'somewhere else'), content.toReversed(), {
    TZ: 'America/Los_Angeles',
    LC_ALL: 'C',
  })
  expect(Object.keys(one)).toContain('rss.xml')
  expect(two).toEqual(one)
})
