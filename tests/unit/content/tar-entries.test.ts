import { expect, test } from 'vitest'
import { eachTarEntry } from '../../../scripts/content/tar-entries.ts'
import { type Entry, tarOf } from '../../support/archive.ts'

async function* piecesOf(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

async function read(archive: Uint8Array, piece: number): Promise<Entry[]> {
  const entries: Entry[] = []
  await eachTarEntry(piecesOf(archive, piece), 'a', async ({ header, body }) => {
    const chunks: Uint8Array[] = []
    // Every other one is left unread, which must not matter to the next.
    if (entries.length % 2 === 0) for await (const chunk of body) chunks.push(chunk)
    entries.push({ name: header.name, body: Buffer.concat(chunks).toString() })
  })
  return entries
}

const long = `${'folder/'.repeat(40)}${'ü'.repeat(80)}.txt`

test.each([1, 100, 512, 1000, 1e6])('entries come whole in pieces of %i bytes', async (piece) => {
  const archive = await tarOf([
    { name: 'a.txt', body: 'x'.repeat(1000) },
    { name: 'skipped', body: 'y'.repeat(513) },
    { name: long, body: 'long name' },
    { name: 'empty' },
    { name: 'exact', body: 'z'.repeat(512) },
  ])
  expect(await read(archive, piece)).toEqual([
    { name: 'a.txt', body: 'x'.repeat(1000) },
    { name: 'skipped', body: '' },
    { name: long, body: 'long name' },
    { name: 'empty', body: '' },
    { name: 'exact', body: 'z'.repeat(512) },
  ])
})

test('an archive that is cut off anywhere says so, and where', async () => {
  const archive = await tarOf([
    { name: 'one', body: 'x'.repeat(600) },
    { name: 'two', body: 'y' },
  ])
  const places = new Set<string>()
  for (let length = 0; length < archive.length; length += 100) {
    await read(archive.subarray(0, length), 64).catch((error: Error) => places.add(error.message))
  }
  expect([...places]).toEqual([
    'a is cut off before its first entry.',
    'a is cut off in the middle of one.',
    'a is cut off after one.',
    'a is cut off in the middle of two.',
    'a is cut off after two.',
  ])
})
