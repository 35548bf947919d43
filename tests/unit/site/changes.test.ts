import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../src/site/facts.ts'
import type { Site } from '../../../src/site/site.ts'
import { randomSource } from '../../support/random.ts'
import { type Edit, randomSite } from '../../support/random-site.ts'
import { documentsOf, siteOf, type TestDocuments } from '../../support/sites.ts'

const hour = 3600 * 1000
const begin = Date.UTC(2025, 6, 1)

/** What an address shows, and what was left out of it. */
type Page = { view: string; facts: Set<Fact> }

function read(site: Site, path: string): Page {
  const facts = new Set<Fact>()
  const notices = new Set<string>()
  const view = site.view(path, { read: (fact) => facts.add(fact), notice: (text) => notices.add(text) })
  return { view: JSON.stringify([view, ...notices]), facts }
}

const readAll = (site: Site) => new Map([...site.addresses()].map((path) => [path, read(site, path)]))

function apply(documents: TestDocuments, { id, stored }: Edit): void {
  if (stored) documents.put(stored)
  else documents.remove(id)
}

describe('a site that follows edits', () => {
  it.each([1, 2, 3, 4])(
    'shows after each of 500 what a new one shows, and names whatever has changed (seed %i)',
    (seed) => {
      const random = randomSource(seed)
      const content = randomSite(random)
      const documents = documentsOf(...content.documents())
      let now = begin
      const site = siteOf(documents, new Date(now), { drawsShareCards: true })
      let pages = readAll(site)

      for (let step = 0; step < 500; step++) {
        const edits = Array.from({ length: random() < 0.1 ? 3 : 1 }, () => content.edit())
        for (const edit of edits) apply(documents, edit)
        if (random() < 0.3) now += random.below(20) * hour
        const { touched, added, removed } = site.change(
          edits.map(({ id }) => id),
          new Date(now),
        )

        const fresh = siteOf(documents, new Date(now), { drawsShareCards: true })
        expect(site.validUntil()).toEqual(fresh.validUntil())
        expect([...site.addresses()].sort()).toEqual([...fresh.addresses()].sort())
        const after = readAll(fresh)
        expect(added.sort()).toEqual([...after.keys()].filter((path) => !pages.has(path)).sort())
        expect(removed.sort()).toEqual([...pages.keys()].filter((path) => !after.has(path)).sort())
        for (const [path, page] of after) {
          expect(read(site, path).view, `${path} at step ${step}`).toBe(page.view)
          const before = pages.get(path)
          if (!before || before.view === page.view) continue
          const isNamed = [...before.facts].some((fact) => touched.has(fact))
          expect(isNamed, `${path} changed unnoticed at step ${step} by ${JSON.stringify(edits)}`).toBe(true)
        }
        pages = after
      }
    },
    60_000,
  )
})
