import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { cases, documents, filters } from './contracts/studio-queries.ts'

test('every query that the Studio sends is answered', async ({ lake }) => {
  await lake.client.mutate(documents.map((document) => ({ createOrReplace: document })))
  for (const { asks, query, params = {}, perspective = 'raw', answer } of cases) {
    const found: unknown = await lake.client.fetch(query, params, { perspective })
    if (Array.isArray(answer)) expect(found, asks).toHaveLength(answer.length)
    if (typeof answer === 'object' && answer !== null) expect(found, asks).toMatchObject(answer)
    else expect(found, asks).toEqual(answer)
  }
  for (const [filter, ids] of filters) {
    expect(await lake.client.fetch(`*[_type == "recap" && (${filter})]._id`), filter).toEqual(ids)
  }
})

describe('a query that cannot be answered', () => {
  test.for([
    [
      '*[_id == $id][0]',
      { query: '*[_id == $id][0]', start: 9, end: 11 },
      'param $id referenced, but not provided',
    ],
    ['"$id" + $id', { start: 8, end: 10 }, 'param $id referenced, but not provided'],
    ['*[sanity::partOfVariant("a")]', { start: 10, end: 22 }, 'Undefined function: partOfVariant'],
    ['*[_type == ]', { start: 10 }, ''],
  ] as const)('%s says where it is wrong', async ([query, place, description], { lake }) => {
    await expect(lake.client.fetch(query)).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(/^GROQ query parse error:/),
      details: { type: 'queryParseError', description: expect.stringContaining(description), ...place },
    })
  })

  test.for([
    ['geo::distance(a, b)', 'geo::distance() needs geography, which the local lake does not have'],
    ['*|score(text::semanticSimilarity("a"))', 'text::semanticSimilarity() needs an index of embeddings'],
    ['*[text::query("a")]', 'text::query() needs a place to the right of match'],
    ['*[title match text::query(name)]', 'text::query() needs a string'],
  ] as const)('%s names the function', async ([query, description], { lake }) => {
    await expect(lake.client.fetch(query)).rejects.toMatchObject({
      statusCode: 400,
      details: { description: expect.stringContaining(description) },
    })
  })

  test('a parameter without quotes is shown', async ({ lake }) => {
    const url = '/data/query/production?query=$lang&$lang=us-en'
    await expect(lake.client.request({ url })).rejects.toMatchObject({
      statusCode: 400,
      message: 'Unable to parse value of "$lang=us-en". Please quote string values.',
    })
  })
})
