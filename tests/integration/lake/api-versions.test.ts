import type { ClientPerspective } from '@sanity/client'
import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'

const ids = ['a', 'drafts.a', 'secret.a', 'versions.rSummer.a']

describe('which documents a query sees', () => {
  test.for<[apiVersion: string, perspective: ClientPerspective | undefined, seen: string[]]>([
    ['1', undefined, ['a', 'drafts.a', 'secret.a']],
    ['2025-02-18', undefined, ['a', 'drafts.a', 'secret.a']],
    ['2025-02-18', 'raw', ['a', 'drafts.a', 'secret.a']],
    ['2025-02-18', 'published', ['a', 'secret.a']],
    ['2025-02-19', undefined, ['a', 'secret.a']],
    ['2025-02-19', 'raw', ids],
    ['2025-02-19', 'drafts', ['a from drafts.a', 'secret.a from secret.a']],
    ['2025-02-19', ['rSummer', 'drafts'], ['a from versions.rSummer.a', 'secret.a from secret.a']],
    ['X', undefined, ['a', 'secret.a']],
    ['X', 'raw', ids],
  ])('version %s of the API, perspective %j: %j', async ([apiVersion, perspective, seen], { lake }) => {
    await lake.client.mutate(ids.map((_id) => ({ create: { _id, _type: 'note' } })))
    const client = lake.client.withConfig({ apiVersion, perspective, ignoreWarnings: /experimental/ })
    const name = '_id + select(defined(_originalId) => " from " + _originalId, "")'
    expect(await client.fetch(`*[_type == "note"] | order(_id){"name": ${name}}.name`)).toEqual(seen)
  })
})

test.for(['vBAD', 'v', 'v2', 'v2026', 'v2026-03-01x'])(
  'there is no version %s of the API',
  async (version, { lake }) => {
    const response = await fetch(`${lake.url}/${version}/data/query/production?query=*`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ statusCode: 404 })
  },
)
