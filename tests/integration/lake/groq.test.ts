import type { SanityClient } from '@sanity/client'
import { describe, expect } from 'vitest'
import { type TestLake, test } from '../../support/lake.ts'
import { type Case, cases, documents } from './contracts/groq.ts'

describe.for(Object.entries(cases))('%s', ([, group]) => {
  const expected = Object.fromEntries(group.map(([query, value]) => [query, value]))

  test('asked in the address', async ({ lake }) => {
    const client = await filled(lake)
    const answer = async ([query, , params = {}]: Case) => [query, await client.fetch(query, params)]
    expect(Object.fromEntries(await Promise.all(group.map(answer)))).toEqual(expected)
  })

  test('asked in the body', async ({ lake }) => {
    const client = await filled(lake)
    const answer = async ([query, , params = {}]: Case) => {
      const request = { url: '/data/query/production', method: 'POST', body: { query, params } }
      return [query, (await client.request(request)).result]
    }
    expect(Object.fromEntries(await Promise.all(group.map(answer)))).toEqual(expected)
  })
})

async function filled(lake: TestLake): Promise<SanityClient> {
  const client = lake.client.withConfig({ perspective: 'raw' })
  await client.mutate(documents.map((document) => ({ createOrReplace: document })))
  return client
}
