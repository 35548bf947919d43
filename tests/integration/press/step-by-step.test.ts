import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { createLakeClient } from '../../../src/cms/client.ts'
import { imageAddressFor } from '../../../src/cms/image-addresses.ts'
import { type Mirror, openMirror } from '../../../src/cms/mirror.ts'
import { pull } from '../../../src/cms/pull.ts'
import { marker } from '../../../src/press/adopt-folder.ts'
import type { Bundle } from '../../../src/press/bundle.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { fileOf, render } from '../../../src/press/render.ts'
import { closeIndexer } from '../../../src/search/build-index.ts'
import { keysOf } from '../../../src/site/page-key.ts'
import { openSite } from '../../../src/site/site.ts'
import { toCreate } from '../../support/documents.ts'
import { type TestLake, test } from '../../support/lake.ts'
import { pressInto } from '../../support/pressed.ts'
import { randomSource } from '../../support/random.ts'
import { type Edit, randomSite } from '../../support/random-site.ts'
import { root } from '../../support/root.ts'
import { testSiteUrl } from '../../support/sites.ts'

const hour = 3600 * 1000
const begin = Date.UTC(2025, 6, 1)
const steps = 500
/** After so many steps the site is also pressed from nothing into another folder. */
const wholeEvery = 100

afterAll(closeIndexer)

const pagesIn = (outDir: string, bundle: Bundle) =>
  filesBelow(outDir).filter((file) => file !== marker && !bundle.hasClientFile(`/${file}`))

const noCard = () => Promise.reject(new Error('No card is drawn here.'))

/** What each file must be in a site that is made from nothing; the same view is rendered once only. */
function createFromNothing(mirror: Mirror, bundle: Bundle) {
  const known = new Map<string, string>()
  return async (now: Date): Promise<Map<string, string>> => {
    const imageAddress = imageAddressFor(false)
    const hasFile = bundle.hasClientFile
    const site = openSite({ documents: mirror, now, siteUrl: testSiteUrl, imageAddress, hasFile })
    const files = new Map<string, string>()
    for (const path of site.addresses()) {
      const view = site.view(path)
      if (!view) throw new Error(`Nothing stands at ${path}.`)
      const key = `${path} ${keysOf(view, bundle.fingerprint).page}`
      const text =
        known.get(key) ??
        String(
          await render(path, view, {
            renderPage: bundle.renderPage,
            drawShareCard: noCard,
          }),
        )
      known.set(key, text)
      files.set(fileOf(path), text)
    }
    return files
  }
}

async function write({ client }: TestLake, edits: readonly Edit[]): Promise<void> {
  const transaction = client.transaction()
  for (const { id, stored } of edits)
    if (stored) transaction.createOrReplace(toCreate(stored))
    else transaction.delete(id)
  await transaction.commit({ visibility: 'sync' })
}

describe('a site that is pressed after each edit', () => {
  test.for([11, 12, 13])(
    'is the same, byte for byte, as one that is pressed from nothing (seed %i)',
    { timeout: 10 * 60_000 },
    async (seed, { lake, dataDir }) => {
      const bundle = await compiledBundle(root)
      const random = randomSource(seed)
      const site = randomSite(random)
      await write(
        lake,
        site.documents().map((stored) => ({ id: stored._id, stored })),
      )
      const { projectId, dataset, url: apiHost, token } = lake
      const client = createLakeClient({ projectId, dataset, apiHost, token })
      const mirrorFile = join(dataDir, 'mirror.sqlite')
      const mirror = openMirror(mirrorFile, 'test')
      const content = { bundle, mirror, mirrorFile }
      const fromNothing = createFromNothing(mirror, bundle)
      let { press, outDir } = pressInto(join(dataDir, 'steps'), content)
      let now = begin

      for (let step = 0; step < steps; step++) {
        await pull(client, mirror, { way: step === 0 ? 'whole' : 'quick' })
        const { removed, rendered, whole } = await press.update(new Date(now))
        expect(whole).toBe(step === 0)
        const expected = await fromNothing(new Date(now))
        const about = `seed ${seed}, step ${step}: ${rendered.join(' ')}, without ${removed.join(' ')}`
        expect(pagesIn(outDir, bundle).sort(), about).toEqual([...expected.keys()].sort())
        for (const [file, text] of expected)
          if (readFileSync(join(outDir, file), 'utf8') !== text) expect.fail(`${file} differs at ${about}`)

        if (step % wholeEvery === wholeEvery - 1) {
          const other = pressInto(join(dataDir, `whole-${step}`), content)
          await other.press.update(new Date(now))
          expect(filesBelow(other.outDir).sort()).toEqual(filesBelow(outDir).sort())
          for (const file of filesBelow(outDir))
            expect(readFileSync(join(other.outDir, file)).equals(readFileSync(join(outDir, file)))).toBe(true)
          other.press.close()
        }
        // A new process now and then, which knows only what the last one has written down.
        if (random() < 0.2) {
          press.close()
          ;({ press, outDir } = pressInto(join(dataDir, 'steps'), content))
        }
        await write(lake, [
          ...new Map(
            Array.from({ length: random() < 0.1 ? 3 : 1 }, () => site.edit()).map((edit) => [edit.id, edit]),
          ).values(),
        ])
        if (random() < 0.3) now += random.below(20) * hour
      }
      press.close()
      mirror.close()
    },
  )
})
