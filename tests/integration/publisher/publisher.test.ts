import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect } from 'vitest'
import { type RunningLake, startLake } from '../../../scripts/lake/start.ts'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { startPublisher } from '../../../scripts/publisher/publisher.ts'
import type { Edition } from '../../../src/press/editions.ts'
import { storedAuthor, storedRecap, storedSettings, storedTopic, toCreate } from '../../support/documents.ts'
import { clientOf, type TestLake, test as withLake } from '../../support/lake.ts'
import { root } from '../../support/root.ts'

type News = { edition: Edition } | { failure: unknown }

/** A running publisher, and what it has told that nobody has taken yet. */
type Publishing = {
  outDir: string
  /** The next that is told; waits for it. */
  news(): Promise<News>
  /** The same, where it must be an edition. @throws what the publisher failed with instead */
  edition(): Promise<Edition>
  /** The next failure; editions before it are passed over. */
  failure(): Promise<unknown>
  /** Ends this one and starts another on the same folders. */
  restart(): Promise<void>
}

/** A lake with an author, one recap and the settings in it, and a publisher at work on it. */
const test = withLake.extend<{ site: Publishing }>({
  site: async ({ lake }, use) => {
    await lake.client
      .transaction()
      .create(toCreate(storedSettings()))
      .create(toCreate(storedAuthor('ada')))
      .create(toCreate(storedRecap('first')))
      .commit()
    const { publishing, close } = await startPublishing(lake)
    await use(publishing)
    await close()
  },
})

async function startPublishing({ url: apiHost, projectId, dataset, token, dataDir }: TestLake) {
  const bundle = await compiledBundle(root)
  const outDir = join(dataDir, 'site')
  const waiting: News[] = []
  let wake = Promise.withResolvers<void>()
  const tell = (news: News) => {
    waiting.push(news)
    wake.resolve()
  }
  const news = async (): Promise<News> => {
    for (;;) {
      const first = waiting.shift()
      if (first) return first
      await wake.promise
      wake = Promise.withResolvers<void>()
    }
  }
  const start = () =>
    startPublisher({
      settings: {
        sanity: { projectId, dataset, apiHost, token },
        siteUrl: 'https://blog.example',
        studioUrl: undefined,
        now: undefined,
        cacheDir: join(dataDir, 'cache-of-site'),
      },
      bundle,
      root,
      outDir,
      onEdition: (edition) => tell({ edition }),
      onFailure: (failure) => tell({ failure }),
    })

  let publisher = await start()
  const publishing: Publishing = {
    outDir,
    news,
    async edition() {
      const told = await news()
      if ('failure' in told) throw told.failure
      return told.edition
    },
    async failure() {
      for (;;) {
        const told = await news()
        if ('failure' in told) return told.failure
      }
    },
    async restart() {
      await publisher.close()
      publisher = await start()
    },
  }
  return { publishing, close: () => publisher.close() }
}

const pageOf = (site: Publishing, slug: string) => join(site.outDir, 'recaps', slug, 'index.html')
const textOf = (site: Publishing, slug: string) => readFileSync(pageOf(site, slug), 'utf8')

/** Publishes a recap that appears after a moment, together with a title that is seen at once. */
async function schedule({ client }: TestLake, milliseconds: number): Promise<Date> {
  const publishedAt = new Date(Date.now() + milliseconds)
  await client
    .transaction()
    .create(toCreate(storedRecap('scheduled', { publishedAt: publishedAt.toISOString() })))
    .patch('first', { set: { title: 'Seen at once' } })
    .commit()
  return publishedAt
}

/** Changes a title in a closed lake, at an address where no publisher hears of it, and opens it again at its own. */
async function changedMeanwhile({ dataDir, url }: TestLake): Promise<RunningLake> {
  const elsewhere = await startLake({ dataDir, port: 0 })
  await clientOf(elsewhere).patch('first').set({ title: 'Changed meanwhile' }).commit()
  await elsewhere.close()
  return startLake({ dataDir, port: Number(new URL(url).port) })
}

describe('the publisher', () => {
  test('writes the site when it starts, and nothing of it again when it starts anew', async ({
    lake,
    site,
  }) => {
    expect((await site.edition()).pressed.rendered).toContain('/recaps/first/')
    expect(textOf(site, 'first')).toContain('Words of first.')
    await site.restart()
    await lake.client.create(toCreate(storedTopic('tools')))
    const rendered: string[] = []
    while (!rendered.includes('/topics/tools/')) rendered.push(...(await site.edition()).pressed.rendered)
    expect(rendered).not.toContain('/recaps/first/')
  })

  test('publishes what changes, again and again, without being asked', async ({ lake, site }) => {
    await site.edition()
    for (const title of ['A new title', 'A newer title']) {
      await lake.client.patch('first').set({ title }).commit()
      expect((await site.edition()).pulled?.changed).toEqual(['first'])
      expect(textOf(site, 'first')).toContain(title)
    }
    await lake.client.create(toCreate(storedRecap('second')))
    expect((await site.edition()).pressed.rendered).toContain('/recaps/second/')
    await lake.client.delete('second')
    expect((await site.edition()).pressed.removed).toEqual([
      'recaps/second/index.html',
      'og/recaps/second.png',
    ])
  })

  test('publishes what an organiser publishes in the Studio, and nothing of a draft', async ({
    lake,
    site,
  }) => {
    await site.edition()
    await lake.client.create({ ...toCreate(storedRecap('second')), _id: 'drafts.second' })
    const ids = { publishedId: 'second', draftId: 'drafts.second' }
    await lake.client.action({ actionType: 'sanity.action.document.publish', ...ids })
    expect((await site.edition()).pulled).toMatchObject({ changed: ['second'], removed: [], total: 4 })
  })

  test('shows a scheduled recap by itself as soon as its time has come', async ({ lake, site }) => {
    await site.edition()
    const publishedAt = await schedule(lake, 1500)
    let edition = await site.edition()
    expect(edition.pulled?.changed).toContain('scheduled')
    // A machine that is very busy may come to the first one only when the time is over.
    while (!edition.pressed.rendered.includes('/recaps/scheduled/')) edition = await site.edition()
    expect(Date.now()).toBeGreaterThanOrEqual(publishedAt.getTime())
    expect(existsSync(pageOf(site, 'scheduled'))).toBe(true)
  })

  test('tries again by itself after an edition that failed', async ({ lake, site }) => {
    await site.edition()
    const inTheWay = dirname(pageOf(site, 'scheduled'))
    writeFileSync(inTheWay, 'a file where a folder should be')
    // It fails when its time comes, and not when the lake tells of it: nothing but itself can make it try again.
    await schedule(lake, 1000)
    await site.failure()
    rmSync(inTheWay)
    while (!existsSync(pageOf(site, 'scheduled'))) await site.news()
    expect(textOf(site, 'scheduled')).toContain('Words of scheduled.')
  })

  test('publishes what it has missed while its connection was broken', async ({ lake, site }) => {
    await site.edition()
    await lake.client.patch('first').set({ title: 'Heard of' }).commit()
    await site.edition()
    await lake.close()
    const back = await changedMeanwhile(lake)
    try {
      while (!textOf(site, 'first').includes('Changed meanwhile')) await site.news()
    } finally {
      await back.close()
    }
  })

  test('tells that the lake is gone, and publishes what it has missed when it is back', async ({
    lake,
    site,
  }) => {
    await site.edition()
    await schedule(lake, 1500)
    await site.edition()
    await lake.close()
    // The scheduled recap’s time makes it ask.
    expect(await site.failure()).toMatchObject({ message: expect.stringContaining('could not be pulled') })

    const back = await changedMeanwhile(lake)
    try {
      while (!textOf(site, 'first').includes('Changed meanwhile')) await site.news()
      while (!existsSync(pageOf(site, 'scheduled'))) await site.news()
    } finally {
      await back.close()
    }
  })
})
