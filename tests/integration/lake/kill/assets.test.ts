import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { SanityAssetDocument, SanityClient } from '@sanity/client'
import { expect, onTestFinished } from 'vitest'
import { startLake } from '../../../../scripts/lake/start.ts'
import { clientOf, test } from '../../../support/lake.ts'
import { addressOf, killLake, spawnLake } from '../../../support/lake-process.ts'
import { drawnJpeg } from '../../../support/pictures.ts'
import { randomSource } from '../../../support/random.ts'
import { isBrokenConnection } from './broken-connection.ts'

/** What is known of the assets by those who wrote them, by id. Of one that is `leaving` nobody has an answer. */
type Known = Map<string, { name: string; state: 'kept' | 'leaving' | 'gone' }>

const lanes = [0, 1, 2]

test('kill -9 in the middle of uploads and deletions, many times: no half file is served or left', async ({
  dataDir,
}) => {
  const random = randomSource(3)
  const known: Known = new Map()
  for (let kill = 0; kill < 6; kill++) {
    const child = spawnLake(dataDir)
    onTestFinished(() => killLake(child))
    const client = clientOf(await addressOf(child))
    await expectWhole(dataDir, client, known)
    const enough = Promise.withResolvers<void>()
    let left = 3 + random.below(20)
    const answered = () => {
      left -= 1
      if (left === 0) enough.resolve()
    }
    const working = lanes.map((lane) => work(client, known, kill * lanes.length + lane, answered))
    await Promise.race([enough.promise, ...working])
    // Not to wait for anything: a crash does not come just after an answer.
    await pause(random.below(20))
    await killLake(child)
    await Promise.all(working)
  }
  const lake = await startLake({ dataDir, port: 0 })
  onTestFinished(() => lake.close())
  await expectWhole(dataDir, clientOf(lake), known)
  const states = Object.groupBy(known.values(), ({ state }) => state)
  expect(states.kept?.length).toBeGreaterThan(8)
  expect(states.gone?.length).toBeGreaterThan(3)
})

test('the file of a deleted asset goes at the next start where a crash left it', async ({ dataDir }) => {
  const first = await startLake({ dataDir, port: 0 })
  const client = clientOf(first)
  const [gone, kept] = [await uploadFile(client, 'gone'), await uploadFile(client, 'kept')]
  const file = path.join(originals(dataDir), nameOf(gone))
  const copy = path.join(dataDir, 'copy')
  await copyFile(file, copy)
  await client.delete(gone._id)
  await expect.poll(() => existsSync(file)).toBe(false)
  await first.close()
  await copyFile(copy, file)
  // Nobody deleted this one here: perhaps its document is still to be brought back.
  const stranger = path.join(originals(dataDir), `${'0'.repeat(40)}.txt`)
  await copyFile(copy, stranger)

  const second = await startLake({ dataDir, port: 0 })
  onTestFinished(() => second.close())
  expect(existsSync(file)).toBe(false)
  expect(existsSync(stranger)).toBe(true)
  expect(existsSync(path.join(originals(dataDir), nameOf(kept)))).toBe(true)
})

/** Uploads pictures and files, looks at them and deletes some, until the lake has gone. */
async function work(client: SanityClient, known: Known, worker: number, answered: () => void): Promise<void> {
  const random = randomSource(worker)
  try {
    for (let number = 0; ; number++) {
      // No two the same, as equal bytes are one asset.
      const width = 300 + worker * 40 + number
      const asset =
        random.below(2) > 0
          ? await client.assets.upload('image', await drawnJpeg(width, 300 + random.below(900)))
          : await uploadFile(client, `${worker}-${number} `.repeat(1 + random.below(100_000)))
      known.set(asset._id, { name: nameOf(asset), state: 'kept' })
      answered()
      if (asset._type === 'sanity.imageAsset')
        await (await fetch(`${asset.url}?w=${20 + number}`)).arrayBuffer()
      if (random.below(3) > 0) continue
      known.set(asset._id, { name: nameOf(asset), state: 'leaving' })
      await client.delete(asset._id)
      known.set(asset._id, { name: nameOf(asset), state: 'gone' })
      answered()
    }
  } catch (error) {
    if (!isBrokenConnection(error)) throw error
  }
}

function uploadFile(client: SanityClient, text: string): Promise<SanityAssetDocument> {
  return client.assets.upload('file', Buffer.from(text), { filename: 'a.txt' })
}

/** Every asset is there with all its bytes, and what was begun and not finished is cleared away. */
async function expectWhole(dataDir: string, client: SanityClient, known: Known): Promise<void> {
  const assets = await client.fetch<SanityAssetDocument[]>(
    '*[_type in ["sanity.imageAsset", "sanity.fileAsset"]]',
  )
  for (const { url, sha1hash, size } of assets) {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect([bytes.length, sha1(bytes)]).toEqual([size, sha1hash])
  }
  const ids = new Set(assets.map(({ _id }) => _id))
  const names = await readdir(originals(dataDir)).catch((): string[] => [])
  for (const [id, { name, state }] of known) {
    if (state !== 'leaving') expect(ids.has(id), id).toBe(state === 'kept')
    expect(names.includes(name), id).toBe(ids.has(id))
  }
  for (const name of names) {
    expect(sha1(await readFile(path.join(originals(dataDir), name)))).toBe(name.slice(0, 40))
  }
  expect(await readdir(path.join(dataDir, 'assets', '.arriving'))).toEqual([])
  for (const name of await readdir(path.join(dataDir, 'cache')))
    expect(name).toMatch(/^[0-9a-f]{40}-[0-9a-f]{64}$/)
}

function originals(dataDir: string): string {
  return path.join(dataDir, 'assets', 'production')
}

function nameOf({ path: address }: SanityAssetDocument): string {
  return path.basename(address)
}

function sha1(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex')
}
