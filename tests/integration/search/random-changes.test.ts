import { afterAll, expect } from 'vitest'
import { closeIndexer } from '../../../src/search/build-index.ts'
import type { SearchIndex } from '../../../src/search/search-index.ts'
import { type RandomSource, randomSource } from '../../support/random.ts'
import { type SearchedSite, test } from '../../support/searched-site.ts'

afterAll(closeIndexer)

const steps = 40

test.for([1, 2])('after any changes, what is found is what is there (seed %i)', async (seed, { site }) => {
  const random = randomSource(seed)
  const bounds = { whole: 3, recent: 6, fresh: 2, compact: 5 }
  const inBackground = { onFailure: (error: unknown) => failures.push(error) }
  const failures: unknown[] = []
  const open = () => site.open({ bounds, inBackground, grace: 60_000 })
  let index = open()
  const patient = site.reader()
  let most = 0
  for (let step = 0; step < steps; step++) {
    const { waiting } = await site.change(index, randomChange(site, random))
    if (waiting > 0) {
      // More than the recent index takes: nothing that is gone is found, and all the rest when there is a new base.
      for (const url of (await patient()).keys()) expect([...site.pages.keys()]).toContain(url)
      await index.settled()
    }
    expect(await patient(), `step ${step}, a reader who was there before`).toEqual(site.pages)
    expect(site.list().indexes.length, `step ${step}, what a reader loads`).toBeLessThanOrEqual(3)
    most = Math.max(most, site.list().indexes.length)
    if (random() < 0.2) expect(await site.reader()(), `step ${step}, a new reader`).toEqual(site.pages)
    if (random() < 0.1) await removeInBetween(site, index, patient, random)
    if (random() < 0.2) await index.settled()
    if (random() < 0.1) {
      await index.close()
      index = open()
    }
  }
  await index.settled()
  expect(most).toBe(3)
  expect(await site.reader()()).toEqual(site.pages)
  expect(failures).toEqual([])
})

/** A few pages are written, edited, put back as they were, or removed. */
function randomChange({ pages }: SearchedSite, random: RandomSource): Record<string, string | undefined> {
  const change: Record<string, string | undefined> = {}
  for (let count = 1 + random.below(3); count > 0; count--) {
    const url = `/page-${random.below(14)}/`
    const isRemoved = pages.has(url) && random() < 0.3
    change[url] = isRemoved ? undefined : `version ${random.below(3)}`
  }
  return change
}

/** A page is removed while nothing has brought the index up to date. */
async function removeInBetween(
  site: SearchedSite,
  index: SearchIndex,
  search: () => Promise<unknown>,
  random: RandomSource,
) {
  const url = random.pick([...site.pages.keys(), '/never/'])
  site.write(index, { [url]: undefined })
  expect(await search()).toEqual(site.pages)
}
