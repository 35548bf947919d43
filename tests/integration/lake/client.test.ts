import { createClient } from '@sanity/client'
import { describe, expect } from 'vitest'
import { firstValue } from '../../support/first-value.ts'
import { test } from '../../support/lake.ts'
import { missing, note, works } from './contracts/client-methods.ts'

describe('the client', () => {
  test.for(works)('%s', async ([, call, expected], { lake }) => {
    await lake.client.create(note)
    const answer = await call(lake.client)
    if (typeof expected === 'object' && expected !== null && !(expected instanceof Set)) {
      expect(answer).toMatchObject(expected)
    } else expect(answer).toEqual(expected)
  })

  test.for(missing)('%s is not there, and the answer says so', async ([, call, route], { lake }) => {
    const error = await call(lake.client).then(
      () => expect.fail('answered'),
      (reason) => reason,
    )
    expect(error.statusCode).toBe(404)
    expect(error.response.body).toMatchObject({ statusCode: 404, message: expect.stringContaining(route) })
  })

  test('configured with a dataset as its resource', async ({ lake }) => {
    const client = createClient({
      apiHost: lake.url,
      token: lake.token,
      resource: { type: 'dataset', id: 'local.production' },
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
    })
    await client.create(note)
    expect(await client.fetch('*[0].n')).toBe(1)
    expect(await client.getDocument('a')).toMatchObject(note)
    expect(await firstValue(client.listen('*', {}, { events: ['welcome'] }))).toMatchObject({
      type: 'welcome',
    })
  })
})
