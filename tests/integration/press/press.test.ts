import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { type Editions, openEditions } from '../../../src/press/editions.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { closeIndexer } from '../../../src/search/build-index.ts'
import {
  keyedRef,
  storedAuthor,
  storedRecap,
  storedSettings,
  storedTopic,
  toCreate,
} from '../../support/documents.ts'
import { type TestLake, test as withLake } from '../../support/lake.ts'
import { drawnJpeg } from '../../support/pictures.ts'
import { root } from '../../support/root.ts'
import { testMoment } from '../../support/sites.ts'

type Site = {
  outDir: string
  editions: Editions
  another: (name: string) => Promise<{ outDir: string; editions: Editions }>
}

/** A lake with a small site in it, and an empty output folder beside it. */
const test = withLake.extend<{ site: Site }>({
  site: async ({ lake }, use) => {
    await fill(lake)
    const bundle = await compiledBundle(root)
    const opened = new Map<string, Editions>()
    const another = async (name: string) => {
      await opened.get(name)?.close()
      const outDir = join(lake.dataDir, name)
      const cacheDir = join(lake.dataDir, `cache-${name}`)
      const { projectId, dataset, url: apiHost, token } = lake
      const sanity = { projectId, dataset, apiHost, token }
      const settings = {
        sanity,
        siteUrl: 'https://blog.example',
        studioUrl: undefined,
        now: testMoment,
        cacheDir,
      }
      const editions = openEditions({ settings, bundle, root, outDir })
      opened.set(name, editions)
      return { outDir, editions }
    }
    await use({ ...(await another('site')), another })
    for (const editions of opened.values()) await editions.close()
  },
})

afterAll(closeIndexer)

async function fill({ client }: TestLake): Promise<void> {
  const asset = await client.assets.upload('image', await drawnJpeg(1200, 800), { filename: 'pub.jpg' })
  const picture = { _type: 'image', asset: { _type: 'reference', _ref: asset._id }, alt: 'A pub' }
  await client
    .transaction()
    .create(toCreate(storedSettings()))
    .create(toCreate(storedAuthor('ada')))
    .create(toCreate(storedAuthor('bea')))
    .create(toCreate(storedTopic('tools')))
    .create(toCreate(storedRecap('first', { cover: picture, topics: [keyedRef('tools')] })))
    .create(
      toCreate(storedRecap('second', { publishedAt: '2026-06-01T12:00:00Z', authors: [keyedRef('bea')] })),
    )
    .commit()
}

const contents = (folder: string) =>
  Object.fromEntries(
    filesBelow(folder).map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
  )

async function press(editions: Editions) {
  const { pressed } = await editions.bringUpToDate({ pulling: { way: 'quick' } })
  await editions.updateSearch()
  return pressed
}

describe('press', () => {
  test('writes a whole site: pages, feed, pictures, styles and search', async ({ site }) => {
    const report = await press(site.editions)
    expect(report.rendered).toHaveLength(report.routes)
    expect(report.warnings).toEqual([])
    const files = filesBelow(site.outDir)
    expect(files).toEqual(
      expect.arrayContaining(['index.html', '404.html', 'rss.xml', 'recaps/first/index.html', 'favicon.svg']),
    )
    const page = readFileSync(join(site.outDir, 'recaps/first/index.html'), 'utf8')
    for (const [, address] of page.matchAll(/(?:src|href)="(\/[^"#?]*\.[a-z0-9]+)"/g))
      expect(files).toContain(address?.slice(1))
    expect(files.filter((file) => /^pagefind\/[0-9a-f]+\/fragment\//.test(file))).toHaveLength(2)
  })

  test('writes nothing where nothing has changed, also after a restart', async ({ site }) => {
    await press(site.editions)
    expect(await press(site.editions)).toMatchObject({ rendered: [], removed: [] })
    const again = await site.another('site')
    expect(await press(again.editions)).toMatchObject({ rendered: [], removed: [] })
  })

  test('writes only what a change touches', async ({ lake, site }) => {
    await press(site.editions)
    await lake.client.patch('second').set({ standfirst: 'Better words.' }).commit()
    const { rendered } = await press(site.editions)
    expect(rendered.sort()).toEqual(['/', '/authors/bea/', '/recaps/', '/recaps/second/', '/rss.xml'].sort())
  })

  test('reads for the search only what can be searched', async ({ lake, site }) => {
    await press(site.editions)
    const change = async (id: string, fields: object) => {
      await lake.client.patch(id).set(fields).commit()
      const { pressed } = await site.editions.bringUpToDate({ pulling: { way: 'quick' } })
      return { rendered: pressed.rendered.length, indexed: (await site.editions.updateSearch()).indexed }
    }
    const around = await change('siteSettings', { tagline: 'Another one' })
    expect(around.rendered).toBeGreaterThan(2)
    expect(around.indexed).toBe(0)
    expect((await change('first', { title: 'Marzipan' })).indexed).toBeGreaterThan(0)
  })

  test('removes what is gone, with its pictures and from the search', async ({ lake, site }) => {
    await press(site.editions)
    expect(filesBelow(join(site.outDir, 'images'))).not.toEqual([])
    await lake.client.delete('first')
    const { removed } = await press(site.editions)
    expect(removed).toContain('recaps/first/index.html')
    expect(filesBelow(join(site.outDir, 'images'))).toEqual([])
    const found = filesBelow(join(site.outDir, 'pagefind')).filter((file) => file.includes('/fragment/'))
    expect(found).toHaveLength(1)
  })

  test('step by step comes to the same files as from nothing', async ({ lake, site }) => {
    await press(site.editions)
    await lake.client.create(toCreate(storedRecap('third', { publishedAt: '2026-07-01T12:00:00Z' })))
    await press(site.editions)
    await lake.client.patch('ada').set({ name: 'Ada L.' }).commit()
    await lake.client
      .patch('second')
      .set({ slug: { _type: 'slug', current: 'renamed' } })
      .commit()
    await press(site.editions)
    await lake.client.delete('first')
    await press(site.editions)

    const fresh = await site.another('fresh')
    await press(fresh.editions)
    expect(contents(site.outDir)).toEqual(contents(fresh.outDir))
  })

  test('moves recaps to other years where the settings name another time zone', async ({ lake, site }) => {
    const eve = storedRecap('eve', { publishedAt: '2025-12-31T23:30:00Z' })
    await lake.client.create(toCreate(eve))
    await press(site.editions)
    expect(existsSync(join(site.outDir, 'recaps/2025/index.html'))).toBe(true)
    await lake.client.patch('siteSettings').set({ timeZone: 'Europe/Berlin', language: 'de' }).commit()
    await press(site.editions)
    expect(existsSync(join(site.outDir, 'recaps/2025/index.html'))).toBe(false)
    const page = readFileSync(join(site.outDir, 'recaps/eve/index.html'), 'utf8')
    expect(page).toContain('<html lang="de"')
    expect(page).toContain('1. Januar 2026')
  })

  test('puts back what was removed by hand', async ({ site }) => {
    await press(site.editions)
    rmSync(join(site.outDir, 'recaps/first/index.html'))
    const again = await site.another('site')
    expect((await press(again.editions)).rendered).toEqual(['/recaps/first/'])
  })

  test.for([
    ['where nothing else has changed', undefined],
    ['where something else has', 'second'],
  ] as const)('puts back a picture that was removed by hand, %s', async ([, edited], { lake, site }) => {
    await press(site.editions)
    const before = contents(site.outDir)
    const pictures = filesBelow(site.outDir).filter((file) => file.endsWith('.webp'))
    expect(pictures).not.toEqual([])
    for (const file of pictures) rmSync(join(site.outDir, file))
    if (edited) await lake.client.patch(edited).set({ standfirst: 'Edited.' }).commit()
    const again = await site.another('site')
    await press(again.editions)
    const after = contents(site.outDir)
    expect(pictures.filter((file) => after[file] !== before[file])).toEqual([])
    const last = await site.another('site')
    expect((await press(last.editions)).rendered).toEqual([])
  })

  test('touches no folder in which somebody else has files', async ({ lake, site }) => {
    const thesis = join(lake.dataDir, 'home', 'thesis.txt')
    mkdirSync(dirname(thesis), { recursive: true })
    writeFileSync(thesis, 'ten years')
    await expect(site.another('home')).rejects.toThrow('other files lie there (thesis.txt')
    expect(filesBelow(dirname(thesis))).toEqual(['thesis.txt'])
  })

  test('clears its own folder where it has forgotten what lies there', async ({ lake, site }) => {
    await press(site.editions)
    writeFileSync(join(site.outDir, 'left-over.html'), 'from an earlier build')
    const unfinished = join(site.outDir, '.1b4e28ba-2fa1-11d2-883f-0016d3cca427.tmp')
    writeFileSync(unfinished, 'half')
    rmSync(join(lake.dataDir, 'cache-site'), { recursive: true })
    const { removed, rendered, routes } = await press((await site.another('site')).editions)
    expect(removed.sort()).toEqual([basename(unfinished), 'left-over.html'])
    expect(existsSync(unfinished)).toBe(false)
    expect(rendered).toHaveLength(routes)
  })

  test('withdraws what was written by a run that failed in the middle', async ({ lake, site }) => {
    await press(site.editions)
    const before = contents(site.outDir)
    await lake.client.create(toCreate(storedRecap('secret', { publishedAt: '2026-10-01T12:00:00Z' })))
    // A folder stands where the feed should be written, so the run fails after the pages.
    rmSync(join(site.outDir, 'rss.xml'))
    mkdirSync(join(site.outDir, 'rss.xml/in-the-way'), { recursive: true })
    await expect(press(site.editions)).rejects.toThrow()
    await lake.client.delete('secret')
    rmSync(join(site.outDir, 'rss.xml'), { recursive: true })
    await press(site.editions)
    expect(contents(site.outDir)).toEqual(before)
  })

  test('stops before it writes anything where a recap asks for a template that is not there', async ({
    lake,
    site,
  }) => {
    await press(site.editions)
    const before = contents(site.outDir)
    await lake.client.patch('first').set({ title: 'Lost', template: 'gone' }).commit()
    await expect(press(site.editions)).rejects.toMatchObject({
      message: expect.stringContaining('“Lost” asks for “gone”'),
      hint: expect.stringContaining('evening, interview'),
    })
    expect(contents(site.outDir)).toEqual(before)
  })

  test('names a picture whose original cannot be had, and publishes the rest', async ({ lake, site }) => {
    rmSync(join(lake.dataDir, 'assets'), { recursive: true })
    const report = await press(site.editions)
    expect(report.warnings.join('\n')).toMatch(
      /The picture image-.* could not be made: the lake answered 404/,
    )
    expect(filesBelow(site.outDir)).toContain('recaps/first/index.html')
  })
})
