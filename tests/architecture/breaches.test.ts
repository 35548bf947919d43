import { join } from 'node:path'
import { expect, test } from 'vitest'
import { breaches } from './breaches.ts'
import { readGraph } from './graph.ts'
import { rules } from './rules.ts'

/** A project that breaks every rule. */
const broken = readGraph(join(import.meta.dirname, '../fixtures/architecture'))

test.each(rules.map((rule) => ({ rule, name: `${rule.from.join(', ')} without ${rule.never.join(', ')}` })))(
  'a breach is noticed of: $name',
  ({ rule }) => {
    const said = breaches(broken, rules).filter((breach) => breach.endsWith(`: ${rule.because}`))
    expect(said).not.toEqual([])
  },
)

test('every breach is told once, with the names of the files, and nothing else is', () => {
  expect(breaches(broken, rules).sort()).toMatchInlineSnapshot(`
    [
      "circle: scripts/start.ts → tests/check.ts → scripts/start.ts",
      "circle: src/feeds/one.ts → src/feeds/two.ts → src/feeds/one.ts",
      "content/templates/evening.mdx → src/press/entry.ts: a page sees its view and nothing else",
      "sanity-studio/schema.ts → src/site/home.ts: the Studio stands alone",
      "scripts/start.ts → sanity-studio/schema.ts: the Studio is built and served, not imported",
      "scripts/start.ts → tests/check.ts: tests import programs, never the reverse",
      "src/attic/utils/types.ts: name it after what is in it",
      "src/attic/utils: name it after what is in it",
      "src/attic: not a known room; add it to rooms and rules",
      "src/cms/client.ts → src/press/entry.ts: documents are pulled without knowing what is made of them",
      "src/components/Card.astro → src/cms/client.ts: a page sees its view and nothing else",
      "src/components/Card.astro → src/layouts/Base.astro: layouts use components",
      "src/components/Card.astro → src/site/home.ts: pages and components show a view, and make none",
      "src/feeds/rss.ts → src/press/entry.ts: feeds and search are made from the site",
      "src/layouts/Base.astro → src/pages/index.astro: pages use components",
      "src/portable-text/html.ts → src/site/home.ts: the site uses Portable Text",
      "src/press/entry.ts → @sanity/client: only src/cms knows Sanity",
      "src/press/entry.ts → scripts/program.ts: programs and tests import src, never the reverse",
      "src/press/entry.ts → src/pages/index.astro: the press renders routes, and reaches pages only through Astro",
      "src/search/client.ts → ./gone.ts: there is no such file",
      "src/search/everything.ts: only passes on what other files export; import those",
      "src/site/home.ts → astro:content: what can be tested without Astro does not import it",
      "src/site/home.ts → src/cms/recap.ts: pure rooms know the shape of documents, not where they come from",
      "src/site/home.ts → src/feeds/rss.ts: views are made without knowing who shows them",
      "src/words/en.ts → src/site/paths.ts: words are used by all and use nobody",
    ]
  `)
})
