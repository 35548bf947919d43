import { expect, test } from 'vitest'
import { openReadings } from '../../../src/search/readings.ts'

const pages = [
  { url: '/a/', key: '1' },
  { url: '/b/', key: '1' },
]
const page = (key: string) => ({ key, result: 'r' })
const both = { folder: 'f', pages: new Map([['/a/', page('1')], ['/b/', page('1')]]) } // biome-ignore format: a table
const onlyA = { folder: 'f', pages: new Map([['/a/', page('1')]]) }

test('what changes while it is read counts as neither the one nor the other', async () => {
  const readings = openReadings('/site')
  readings.willChange(['/a/'])
  const index = await readings.follow(pages, async () => {
    readings.willChange(['/b/', '/elsewhere/'])
    return both
  })
  readings.willChange(['/a/'])
  expect([...index.pages]).toEqual([
    ['/a/', page('1')],
    ['/b/', page('')],
  ])
})

test('a page may be gone where it was about to change, else the index is not used', async () => {
  const readings = openReadings('/site')
  const withRemoval = readings.follow(pages, async () => {
    readings.willChange(['/b/'])
    return onlyA
  })
  await expect(withRemoval).resolves.toEqual(onlyA)
  await expect(readings.follow(pages, async () => onlyA)).rejects.toThrow(
    'there is no index.html in /site/b/',
  )
})
