import { createClient } from '@sanity/client'
import { describe, expect } from 'vitest'
import { firstValue } from '../../support/first-value.ts'
import { test } from '../../support/lake.ts'
import { note, works } from './contracts/client-methods.ts'
import { missing, missingStreams } from './contracts/missing-methods.ts'

/** Methods that ask no server. */
const local = [
  ...['clone', 'config', 'withConfig', 'getUrl', 'getDataUrl', 'getAuth', 'observeAuth'],
  'collaboration.comments.getTargetDocumentRef',
]

describe('the client', () => {
  test.for(works)('%s', async ([, call, expected], { lake }) => {
    await lake.client.create(note)
    const answer = await call(lake.client)
    if (typeof expected === 'object' && expected !== null && !(expected instanceof Set)) {
      expect(answer).toMatchObject(expected)
    } else expect(answer).toEqual(expected)
  })

  test('has no method that is in none of these tables', ({ lake }) => {
    const inTables = [...works, ...missing, ...missingStreams].map(([name]) => /^[\w.]+/.exec(name)?.[0])
    const methods = methodsOf(lake.client).filter((name) => !local.includes(name))
    expect(methods).toContain('releases.create')
    expect(methods.filter((name) => !inTables.includes(name))).toEqual([])
  })

  test.for(missing)('%s is not there, and the answer says so', async ([, call, it], { lake }) => {
    const error = await call(lake.client).then(
      () => expect.fail('answered'),
      (reason) => reason,
    )
    expect(error.statusCode).toBe(404)
    const { message, error: told } = error.response.body
    expect(message ?? told.description).toContain(it)
    expect(message ?? told.description).toContain('local lake')
  })

  test.for(missingStreams)('%s is not there, and the stream ends', async ([, listen], { lake }) => {
    await expect(listen(lake.client)).rejects.toMatchObject({ name: 'ConnectionFailedError', status: 404 })
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

/** Names of all methods of a client, those of its parts with the part's name before them. */
function methodsOf(part: object, prefix = ''): string[] {
  const own = Object.entries(part)
    .filter(([name, value]) => typeof value === 'object' && value !== null && name !== 'observable')
    .flatMap(([name, value]) => methodsOf(value, `${prefix}${name}.`))
  const prototype: object = Object.getPrototypeOf(part)
  const names = prototype === Object.prototype ? [] : Object.getOwnPropertyNames(prototype)
  return [...names.filter((name) => name !== 'constructor').map((name) => prefix + name), ...own]
}
