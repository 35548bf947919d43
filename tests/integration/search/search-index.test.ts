import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { filesBelow } from '../../../src/press/files.ts'
import { closeIndexer } from '../../../src/search/build-index.ts'
import { type SearchedSite, smallBounds, test } from '../../support/searched-site.ts'

afterAll(closeIndexer)

const five = { '/a/': 'ales', '/b/': 'barrels', '/c/': 'cellars', '/d/': 'darts', '/e/': 'engines' }

const contents = (folder: string) =>
  Object.fromEntries(
    filesBelow(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )
const folders = ({ root }: SearchedSite) =>
  readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('a few pages', () => {
  test('are one index, the same however it came about', async ({ site }) => {
    const index = site.open()
    await site.change(index, { '/a/': 'ales', '/b/': 'barrels', '/c/': 'cellars' })
    await site.change(index, { '/b/': 'bitters', '/c/': undefined })
    expect(site.list().indexes).toEqual([{ folder: expect.any(String), pages: 2, gone: [] }])
    expect(await site.reader()()).toEqual(site.pages)

    const before = contents(site.root)
    rmSync(site.root, { recursive: true })
    rmSync(site.cacheDir, { recursive: true })
    await site.update(site.open())
    expect(contents(site.root)).toEqual(before)
  })

  test('are left alone where nothing has changed, also after a restart', async ({ site }) => {
    const index = site.open()
    await site.change(index, { '/a/': 'ales' })
    expect(await site.update(index)).toEqual({ indexed: 0, waiting: 0 })
    expect(await site.update(site.open())).toEqual({ indexed: 0, waiting: 0 })
  })

  test('can be none', async ({ site }) => {
    const index = site.open()
    await site.update(index)
    expect(await site.reader()()).toEqual(new Map())
    await site.change(index, { '/a/': 'ales' })
    const reader = site.reader()
    expect(await reader()).toEqual(site.pages)
    await site.change(index, { '/a/': undefined })
    expect(await reader()).toEqual(new Map())
  })

  test('are found only by what is marked as theirs', async ({ site }) => {
    await site.change(site.open(), { '/a/': 'ales' })
    expect(await site.reader()('chrome')).toEqual(new Map())
    expect(await site.reader()('ales')).toEqual(site.pages)
  })
})

describe('many pages', () => {
  test('are one index when they are built from nothing, the same each time', async ({ site }) => {
    await site.change(site.open(), five)
    expect(site.list().indexes).toHaveLength(1)
    const before = contents(site.root)
    rmSync(site.root, { recursive: true })
    rmSync(site.cacheDir, { recursive: true })
    const again = site.open()
    site.pages.clear()
    await site.change(again, Object.fromEntries(Object.entries(five).reverse()))
    expect(contents(site.root)).toEqual(before)
  })

  test('are found as they are after an edit, for which only the edited page is read', async ({ site }) => {
    const index = site.open()
    await site.change(index, five)
    const base = site.list().indexes[0]?.folder
    const reader = site.reader()
    await reader()
    expect(await site.change(index, { '/b/': 'bitters' })).toEqual({ indexed: 1, waiting: 0 })
    for (const search of [reader, site.reader()]) {
      expect(await search()).toEqual(site.pages)
      expect(await search('bitters')).toEqual(new Map([['/b/', 'bitters']]))
      expect(await search('barrels')).toEqual(new Map())
    }
    expect(site.list().indexes[0]?.folder).toBe(base)
  })

  test('are found by what they were while they are written anew', async ({ site }) => {
    const index = site.open()
    await site.change(index, five)
    site.write(index, { '/b/': 'bitters' })
    expect((await site.reader()()).get('/b/')).toBe('barrels')
  })

  test('are not found from the moment that they are about to be removed, in either index', async ({
    site,
  }) => {
    const index = site.open()
    await site.change(index, five)
    await site.change(index, { '/b/': 'bitters' })
    const reader = site.reader()
    await reader()
    for (const url of ['/a/', '/b/']) {
      index.pagesWillChange({ removed: [url], replaced: [] })
      for (const search of [reader, site.reader()]) expect([...(await search()).keys()]).not.toContain(url)
    }
    // Also for a program that begins with it.
    await index.close()
    site.open().pagesWillChange({ removed: ['/c/'], replaced: [] })
    expect([...(await reader()).keys()].sort()).toEqual(['/d/', '/e/'])
  })

  test('are found again where they come back as they were', async ({ site }) => {
    const index = site.open()
    await site.change(index, five)
    await site.change(index, { '/a/': undefined, '/b/': 'bitters' })
    expect(await site.change(index, { '/a/': 'ales', '/b/': 'barrels' })).toEqual({ indexed: 0, waiting: 0 })
    expect(site.list().indexes).toHaveLength(1)
    expect(await site.reader()()).toEqual(site.pages)
  })

  test('make a new base when much has changed, as if it were built from nothing', async ({ site }) => {
    const index = site.open()
    await site.change(index, five)
    await site.change(index, { '/b/': 'bitters', '/f/': 'fires' })
    expect(site.list().indexes).toHaveLength(2)
    expect(await site.change(index, { '/c/': 'coasters' })).toEqual({ indexed: 6, waiting: 0 })
    expect(site.list().indexes).toHaveLength(1)
    expect(folders(site)).toHaveLength(1)
    expect(await site.reader()()).toEqual(site.pages)
  })

  test('are read anew when a few others have changed since, and only those few before that', async ({
    site,
  }) => {
    const index = site.open({ bounds: { whole: 3, recent: 9, fresh: 2, compact: 9 } })
    await site.change(index, five)
    const read = async (url: string, words: string) => {
      const { indexed } = await site.change(index, { [url]: words })
      expect(await site.reader()()).toEqual(site.pages)
      return [indexed, site.list().indexes.map(({ pages }) => pages)]
    }
    expect(await read('/a/', 'amber')).toEqual([1, [5, 1]])
    expect(await read('/b/', 'bitters')).toEqual([1, [5, 1, 1]])
    expect(await read('/c/', 'coasters')).toEqual([2, [5, 1, 2]])
    // What has changed again counts once.
    expect(await read('/c/', 'casks')).toEqual([2, [5, 1, 2]])
    expect(await read('/d/', 'dominoes')).toEqual([4, [5, 4]])
    // Nothing of an index counts any more: it is gone.
    expect(await read('/a/', 'ales')).toEqual([0, [5, 4]])
    expect(await read('/e/', 'embers')).toEqual([1, [5, 4, 1]])
    expect(await read('/e/', 'engines')).toEqual([0, [5, 4]])
    // Also for a program that begins with it.
    await index.close()
    const next = site.open({ bounds: { whole: 3, recent: 9, fresh: 2, compact: 9 } })
    expect(await site.update(next)).toEqual({ indexed: 0, waiting: 0 })
    expect(folders(site)).toHaveLength(2)
  })

  test('are found as they are now while somebody waits for a new base', async ({ site }) => {
    const index = site.open()
    await site.change(index, five)
    const base = site.list().indexes[0]?.folder
    const changed = site.change(index, { '/a/': 'amber', '/b/': 'bitters', '/c/': 'coasters' })
    await expect.poll(() => site.list().indexes.length, { interval: 1 }).toBe(2)
    expect(site.list().indexes[0]?.folder).toBe(base)
    expect(await site.reader()()).toEqual(site.pages)
    await changed
    expect(site.list().indexes).toMatchObject([{ pages: 5, gone: [] }])
    expect(await site.reader()()).toEqual(site.pages)
  })

  test('keep what is found where one of them is not there', async ({ site }) => {
    const index = site.open()
    await site.change(index, five)
    const before = contents(site.root)
    site.pages.set('/x/', 'lost')
    await expect(site.update(index)).rejects.toMatchObject({
      message: expect.stringContaining('there is no index.html in'),
      hint: expect.stringContaining('Build the site again'),
    })
    expect(contents(site.root)).toEqual(before)
    site.pages.delete('/x/')
    expect(await site.update(index)).toEqual({ indexed: 0, waiting: 0 })
  })
})

test('an index in another language needs another program, and the old one goes', async ({ site }) => {
  const index = site.open()
  await site.change(index, five)
  const programs = () => readdirSync(site.root).filter((name) => name.startsWith('wasm.'))
  expect(programs()).toEqual(['wasm.en-gb.pagefind'])
  site.language = 'de'
  await site.change(index, { '/a/': 'Altbier' })
  expect(programs()).toEqual(['wasm.de.pagefind', 'wasm.en-gb.pagefind'])
  await site.change(index, { '/b/': 'Bock', '/c/': 'Helles', '/d/': 'Kölsch', '/e/': 'Weizen' })
  expect(programs()).toEqual(['wasm.de.pagefind'])
  expect(await site.reader()()).toEqual(site.pages)
})

describe('what is not known', () => {
  test('is not found until it is indexed again', async ({ site }) => {
    await site.change(site.open(), five)
    rmSync(site.cacheDir, { recursive: true })
    const index = site.open()
    expect(await site.reader()()).toEqual(new Map())
    await site.update(index)
    expect(await site.reader()()).toEqual(site.pages)
    expect(folders(site)).toHaveLength(1)
  })

  test.for(['not JSON', '{"indexes":[{"folder":"../..","pages":1,"gone":[]}]}', '{"indexes":[{}]}'])(
    'is made anew where the list is %s',
    async (text, { site }) => {
      await site.change(site.open(), five)
      writeFileSync(join(site.root, 'indexes.json'), text)
      await site.update(site.open())
      expect(await site.reader()()).toEqual(site.pages)
    },
  )

  test('is removed where a program was ended in the middle', async ({ site }) => {
    const index = site.open()
    await site.change(index, five)
    await index.close()
    const before = contents(site.root)
    const [folder = ''] = site.list().indexes.map((listed) => listed.folder)
    cpSync(join(site.root, folder), join(site.root, 'abcdef0123456789'), { recursive: true })
    mkdirSync(join(site.root, '.1b4e28ba-2fa1-11d2-883f-0016d3cca427.tmp/index'), { recursive: true })
    writeFileSync(join(site.root, '.2b4e28ba-2fa1-11d2-883f-0016d3cca427.tmp'), '{"ind')
    writeFileSync(join(site.root, 'pagefind-ui.js'), 'of an earlier version')
    await site.update(site.open())
    expect(contents(site.root)).toEqual(before)
  })
})

describe('an index that was replaced', () => {
  test('still lies there for a while, for readers who have the old list', async ({ site }) => {
    const index = site.open({ grace: 60_000, bounds: { ...smallBounds, whole: 10 } })
    await site.change(index, five)
    const old = site.list().indexes[0]?.folder ?? ''
    await site.change(index, { '/b/': 'bitters' })
    expect(site.list().indexes[0]?.folder).not.toBe(old)
    expect(existsSync(join(site.root, old, 'pagefind-entry.json'))).toBe(true)
    // Its content has come back, so it is no longer to be removed.
    await site.change(index, { '/b/': 'barrels' })
    expect(site.list().indexes[0]?.folder).toBe(old)
    await index.close()
    expect(folders(site).map(({ name }) => name)).toEqual([old])
    expect(await site.reader()()).toEqual(site.pages)
  })
})
