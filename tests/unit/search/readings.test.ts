import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { openIndexState } from '../../../src/search/index-state.ts'
import { openReadings } from '../../../src/search/readings.ts'

const test = base.extend<{ started: ReturnType<typeof start> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  started: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'readings-'))
    const started = start(folder)
    await use(started)
    started.state.close()
    rmSync(folder, { recursive: true })
  },
})

function start(folder: string) {
  const state = openIndexState(join(folder, 'cache'), join(folder, 'site'))
  const discarded: string[] = []
  const readings = openReadings('/site', state, (name) => discarded.push(name))
  return { state, readings, discarded }
}

const pages = [
  { url: '/a/', key: '1' },
  { url: '/b/', key: '1' },
]
const page = (key: string) => ({ key, result: 'r' })

test('what changes while it is read counts as neither the one nor the other', async ({ started }) => {
  const { state, readings } = started
  readings.willChange(['/a/'])
  const index = await readings.follow(pages, async () => {
    readings.willChange(['/b/', '/elsewhere/'])
    return { folder: 'f', pages: new Map([['/a/', page('1')], ['/b/', page('1')]]) } // biome-ignore format: a table
  })
  readings.willChange(['/a/'])
  const expected = new Map([['/a/', page('1')], ['/b/', page('')]]) // biome-ignore format: a table
  expect(index.pages).toEqual(expected)
  expect(state.read('f')).toEqual(expected)
})

test('a page may be gone where it was about to change, else the index is not used', async ({ started }) => {
  const { state, readings, discarded } = started
  const onlyA = { folder: 'f', pages: new Map([['/a/', page('1')]]) }
  const withRemoval = readings.follow(pages, async () => {
    readings.willChange(['/b/'])
    return onlyA
  })
  await expect(withRemoval).resolves.toBe(onlyA)
  await expect(readings.follow(pages, async () => ({ ...onlyA, folder: 'g' }))).rejects.toThrow(
    'there is no index.html in /site/b/',
  )
  expect(discarded).toEqual(['g'])
  expect(state.read('g')).toEqual(new Map())
})
