import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect } from 'vitest'
import { closeIndexer } from '../../../src/search/build-index.ts'
import { type SearchedSite, smallBounds, test } from '../../support/searched-site.ts'

afterAll(closeIndexer)

const many = (count: number, words = 'pints') =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`/p${number}/`, `${words} ${number}`]))

/** A site whose pages are in a base already; failures in the background are collected. */
async function inBackground(site: SearchedSite, bounds = smallBounds) {
  const failures: unknown[] = []
  const index = site.open({
    bounds,
    grace: 60_000,
    inBackground: { onFailure: (error) => failures.push(error) },
  })
  await site.change(index, many(6))
  await index.settled()
  expect(site.list().indexes).toHaveLength(1)
  return { index, failures }
}

describe('a new base in the background', () => {
  test('is not waited for, and nothing is missing meanwhile', async ({ site }) => {
    const { index, failures } = await inBackground(site)
    const base = site.list().indexes[0]?.folder
    const changed = await site.change(index, { '/p0/': 'quarts', '/p1/': 'gills', '/new/': 'firkins' })
    expect(changed).toEqual({ indexed: 3, waiting: 0 })
    expect(index.compacting).toBeTypeOf('number')
    expect(site.list().indexes.map(({ folder }) => folder)).toEqual([base, expect.any(String)])
    const reader = site.reader()
    expect(await reader()).toEqual(site.pages)
    await index.settled()
    expect(index.compacting).toBeUndefined()
    expect(site.list().indexes).toEqual([
      { folder: expect.not.stringMatching(`${base}`), pages: 7, gone: [] },
    ])
    expect(await reader()).toEqual(site.pages)
    expect(failures).toEqual([])
  })

  test('takes in what is edited, written and removed while it is made', async ({ site }) => {
    const { index, failures } = await inBackground(site)
    await site.change(index, { '/p0/': 'quarts', '/p1/': 'gills', '/p2/': 'tuns' })
    expect(index.compacting).toBeTypeOf('number')
    const reader = site.reader()
    site.write(index, { '/p3/': undefined })
    expect([...(await reader()).keys()]).not.toContain('/p3/')
    await site.change(index, { '/p0/': 'pints again', '/p4/': undefined, '/new/': 'firkins' })
    expect(await reader()).toEqual(site.pages)
    await index.settled()
    expect(await reader()).toEqual(site.pages)
    // A page that is again as it was when the base was begun may have been read while it was not.
    await site.change(index, { '/p0/': 'quarts' })
    expect(await reader()).toEqual(site.pages)
    await index.settled()
    expect(await reader()).toEqual(site.pages)
    expect(failures).toEqual([])
  })

  test('finds what is published while everything waits for it', async ({ site }) => {
    const { index } = await inBackground(site)
    const changed = await site.change(index, many(6, 'quarts'))
    expect(changed).toEqual({ indexed: 4, waiting: 2 })
    expect([...(await site.reader()()).keys()].sort()).toEqual([...site.pages.keys()].sort())
    await site.change(index, { '/news/': 'firkins', '/p5/': 'tuns' })
    expect(await site.reader()('firkins')).toEqual(new Map([['/news/', 'firkins']]))
    expect(await site.reader()('tuns')).toEqual(new Map([['/p5/', 'tuns']]))
    await index.settled()
    expect(await site.reader()()).toEqual(site.pages)
  })

  test('has a low priority', async ({ site }) => {
    const { index } = await inBackground(site)
    await site.change(index, many(300))
    const compacting = index.compacting ?? 0
    await expect.poll(() => niceness(compacting), { interval: 5 }).toBe(10)
    await index.settled()
  })

  test('is begun again where its process was ended', async ({ site }) => {
    const { index, failures } = await inBackground(site)
    await site.change(index, { '/p0/': 'quarts', '/p1/': 'gills', '/p2/': 'tuns' })
    process.kill(index.compacting ?? 0, 'SIGKILL')
    await index.settled()
    expect(failures).toMatchObject([
      { message: expect.stringContaining('the process that made it was ended') },
    ])
    expect(await site.reader()()).toEqual(site.pages)
    await site.update(index)
    expect(index.compacting).toBeTypeOf('number')
    await index.settled()
    expect(site.list().indexes).toHaveLength(1)
    expect(await site.reader()()).toEqual(site.pages)
  })

  test('does not keep a program from ending, and is begun again by the next one', async ({ site }) => {
    const { index, failures } = await inBackground(site)
    await site.change(index, { '/p0/': 'quarts', '/p1/': 'gills', '/p2/': 'tuns' })
    await index.close()
    expect(failures).toEqual([])
    expect(await site.reader()()).toEqual(site.pages)
    const next = site.open({ inBackground: { onFailure: (error) => failures.push(error) } })
    await site.update(next)
    await next.settled()
    expect(site.list().indexes).toHaveLength(1)
    expect(await site.reader()()).toEqual(site.pages)
    expect(failures).toEqual([])
  })

  test('ends with its program, however that ends, and leaves nothing behind', async ({ site }) => {
    const { index } = await inBackground(site)
    site.write(index, many(1000))
    await index.close()
    const pages = JSON.stringify(Array.from(site.pages, ([url, key]) => ({ url, key })))
    const script = fileURLToPath(new URL('../../support/compacting-program.ts', import.meta.url))
    const program = spawn(process.execPath, [script, site.outDir, site.cacheDir, pages], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await once(program.stdout, 'data')
    const compacting = Number(String(said))
    // It stands still until its program is gone, so that it cannot have come to its end before.
    process.kill(compacting, 'SIGSTOP')
    program.kill('SIGKILL')
    await once(program, 'exit')
    process.kill(compacting, 'SIGCONT')
    await expect.poll(() => isRunning(compacting)).toBe(false)
    const lying = () => readdirSync(site.root).filter((name) => /^[0-9a-f]+$/.test(name))
    const listed = () => site.list().indexes.map(({ folder }) => folder)
    expect(lying().sort()).toEqual(listed().sort())

    const next = site.open()
    await site.update(next)
    expect(await site.reader()('pints')).toEqual(site.pages)
    expect(lying()).toEqual(listed())
    expect(readdirSync(site.root).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('a reader', () => {
  test('searches on with the list of a moment ago when the base is replaced', async ({ site }) => {
    const index = site.open({ grace: 60_000, inBackground: { onFailure: () => undefined } })
    await site.change(index, many(6))
    await index.settled()
    const old = site.list()
    await site.change(index, many(6, 'quarts'))
    await index.settled()
    expect(site.list().indexes[0]?.folder).not.toBe(old.indexes[0]?.folder)
    for (const { folder } of old.indexes) expect(existsSync(`${site.root}/${folder}/fragment`)).toBe(true)
    await index.close()
    for (const { folder } of old.indexes) expect(existsSync(`${site.root}/${folder}`)).toBe(false)
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** From /proc: the 19th field, of which the second may contain spaces but ends with a bracket. */
function niceness(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')
  return Number(fields?.[16])
}
