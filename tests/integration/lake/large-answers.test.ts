import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import { type TestLake, test } from '../../support/lake.ts'

const count = 600
/** Beyond ASCII, so that characters reach over from one piece of the answer to the next. */
const text = 'Ein Abend im „Löwen“ – ☕ 😀. '.repeat(800)

test('an answer that is too long for memory arrives whole and leaves nothing behind', async ({ lake }) => {
  await fill(lake)
  const answer = await lake.client.fetch('*[_type == "note"] {index, text}')
  expect(answer).toHaveLength(count)
  expect(new Set(answer.map(({ text }: { text: string }) => text))).toEqual(new Set([text]))
  expect(new Set(answer.map(({ index }: { index: number }) => index)).size).toBe(count)
  await expect.poll(() => left(lake)).toEqual([])
})

test('nothing is left of one that nobody reads to its end', async ({ lake }) => {
  await fill(lake)
  const address = `${lake.url}/v2025-02-19/data/query/${lake.dataset}?query=*`
  const response = await fetch(address, { headers: { authorization: `Bearer ${lake.token}` } })
  const reader = response.body?.getReader()
  await reader?.read()
  expect(await left(lake)).toHaveLength(1)
  await reader?.cancel()
  await expect.poll(() => left(lake)).toEqual([])
})

test('a change can be for all documents of such an answer', async ({ lake }) => {
  await fill(lake)
  await lake.client
    .patch({ query: '*[_type == "note"]' })
    .set({ isRead: true })
    .commit({ returnFirst: false })
  expect(await lake.client.fetch('count(*[isRead])')).toBe(count)
  expect(await left(lake)).toEqual([])
})

const left = (lake: TestLake) => readdir(path.join(lake.dataDir, 'answers'))

async function fill(lake: TestLake): Promise<void> {
  const documents = Array.from({ length: count }, (_, index) => ({
    _id: `n${index}`,
    _type: 'note',
    index,
    text,
  }))
  for (let from = 0; from < count; from += 100) {
    await lake.client.mutate(documents.slice(from, from + 100).map((document) => ({ create: document })))
  }
}
