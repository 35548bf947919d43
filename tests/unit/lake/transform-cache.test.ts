import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { TransformCache } from '../../../scripts/lake/assets/transform-cache.ts'
import { Turns } from '../../../scripts/lake/assets/turns.ts'

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cache-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

const original = 'a'.repeat(40)
const keyOf = (request: string) => ({ original, request })
const kilobyte = (letter: string) => Buffer.from(letter.repeat(1000))

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder)
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Counts how often something had to be made anew. */
function maker(cache: TransformCache) {
  const made: string[] = []
  const ask = (letter: string) =>
    cache.get(keyOf(letter), async () => {
      made.push(letter)
      return kilobyte(letter)
    })
  return { made, ask }
}

describe('transformed pictures', () => {
  test('are made once, also by those who ask at the same time', async ({ folder }) => {
    const { made, ask } = maker(new TransformCache(folder))
    const all = await Promise.all([ask('a'), ask('a'), ask('a')])
    await ask('a')
    expect(all).toEqual([kilobyte('a'), kilobyte('a'), kilobyte('a')])
    expect(made).toEqual(['a'])
  })

  test('never take more room than they may, and the least recently used goes first', async ({ folder }) => {
    const { made, ask } = maker(new TransformCache(folder, 3000))
    for (const letter of ['a', 'b', 'c', 'a', 'd']) {
      await ask(letter)
      expect(await sizeOf(folder)).toBeLessThanOrEqual(3000)
    }
    expect(made.splice(0)).toEqual(['a', 'b', 'c', 'd'])
    await ask('a')
    await ask('b')
    expect(made).toEqual(['b'])
  })

  test('stay within bounds when many are made at once', async ({ folder }) => {
    const { ask } = maker(new TransformCache(folder, 3000))
    await Promise.all([...'abcdefghij'].map(ask))
    expect(await sizeOf(folder)).toBeLessThanOrEqual(3000)
  })

  test('are found again after a restart, without what a crash left half-written', async ({ folder }) => {
    await maker(new TransformCache(folder)).ask('a')
    const [name = ''] = await readdir(folder)
    const half = path.join(folder, `${name}.0c8f7c5e-7b2b-4a53-9f0a-2f9f3a3f3a3f`)
    await writeFile(half, 'half')
    await writeFile(path.join(folder, `${original}-${'0'.repeat(64)}`), '')
    const restarted = new TransformCache(folder)
    await restarted.trim()
    expect(await readdir(folder)).toEqual([name])
    const { made, ask } = maker(restarted)
    expect(await ask('a')).toEqual(kilobyte('a'))
    expect(made).toEqual([])
  })

  test('are brought within bounds by a restart, the oldest going first', async ({ folder }) => {
    const first = maker(new TransformCache(folder))
    await first.ask('a')
    const [oldest = ''] = await readdir(folder)
    await utimes(path.join(folder, oldest), 0, 0)
    await first.ask('b')
    await new TransformCache(folder, 1500).trim()
    const [kept = '', ...more] = await readdir(folder)
    expect(more).toEqual([])
    expect(await readFile(path.join(folder, kept))).toEqual(kilobyte('b'))
  })

  test('leave the files of others alone', async ({ folder }) => {
    await writeFile(path.join(folder, 'notes.txt'), 'mine')
    await new TransformCache(folder, 1).trim()
    expect(await readdir(folder)).toEqual(['notes.txt'])
  })

  test('that somebody deleted are made again', async ({ folder }) => {
    const { made, ask } = maker(new TransformCache(folder))
    await ask('a')
    const [name = ''] = await readdir(folder)
    await rm(path.join(folder, name))
    await ask('a')
    expect(made).toEqual(['a', 'a'])
    expect(await sizeOf(folder)).toBe(1000)
  })

  test('that could not be made leave nothing, and are tried again', async ({ folder }) => {
    const cache = new TransformCache(folder)
    const failing = cache.get(keyOf('a'), () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    expect(await readdir(folder)).toEqual([])
    expect(await maker(cache).ask('a')).toEqual(kilobyte('a'))
  })

  test('are answered where they cannot be kept', async ({ folder }) => {
    const { ask } = maker(new TransformCache(folder, 10))
    expect(await ask('a')).toEqual(kilobyte('a'))
    expect(await readdir(folder)).toEqual([])
    const { ask: askWithoutFolder } = maker(new TransformCache(folder))
    await askWithoutFolder('b')
    await rm(folder, { recursive: true })
    expect(await askWithoutFolder('c')).toEqual(kilobyte('c'))
  })

  test('go when their original goes', async ({ folder }) => {
    const cache = new TransformCache(folder)
    const other = { original: 'b'.repeat(40), request: 'x' }
    await maker(cache).ask('a')
    await cache.get(other, async () => kilobyte('x'))
    await cache.forget(original)
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^b{40}-/)])
  })
})

describe('turns', () => {
  test('are taken by so many at a time, in the order of asking', async () => {
    const turns = new Turns(2, 60_000)
    const begun: number[] = []
    const ends = Array.from({ length: 4 }, () => Promise.withResolvers<void>())
    const all = ends.map((end, index) =>
      turns.take(() => {
        begun.push(index)
        return end.promise
      }),
    )
    ends[1]?.resolve()
    await all[1]
    expect(begun).toEqual([0, 1, 2])
    for (const end of ends) end.resolve()
    await Promise.all(all)
    expect(begun).toEqual([0, 1, 2, 3])
  })

  test('end with a clear error for those who wait too long, and the work keeps its place', async () => {
    const turns = new Turns(1, 1)
    const stuck = Promise.withResolvers<string>()
    let begun = 0
    const message = /^Working on this picture takes too long/
    await expect(turns.take(() => stuck.promise)).rejects.toThrow(message)
    await expect(turns.take(async () => ++begun)).rejects.toThrow(message)
    stuck.resolve('at last')
    await stuck.promise
    expect(begun).toBe(0)
  })

  test('go on after work that failed', async () => {
    const turns = new Turns(1, 60_000)
    await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await turns.take(async () => 'fine')).toBe('fine')
  })
})
