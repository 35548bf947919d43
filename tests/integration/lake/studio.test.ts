import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { studioOrigin, type TestLake, test } from '../../support/lake.ts'

describe('what the Studio asks when it starts', () => {
  test.for([
    ['/users/me', { id: 'organiser', roles: [{ name: 'administrator' }] }],
    ['/users/organiser', { id: 'organiser', displayName: 'Organiser', isCurrentUser: true }],
    ['/users/organiser,somebody', [{ id: 'organiser' }]],
    ['/projects', [{ id: 'local' }]],
    ['/projects/local', { id: 'local', members: [{ id: 'organiser' }] }],
    ['/projects/local/datasets', [{ name: 'production', aclMode: 'public' }]],
    ['/projects/local/datasets?datasetProfile=comments&addonFor=production', []],
    [
      '/projects/local/datasets/production/acl',
      [{ permissions: expect.arrayContaining(['read', 'create', 'update']) }],
    ],
    ['/projects/local/roles', [{ name: 'administrator' }]],
    ['/auth/providers', { providers: [] }],
    ['/auth/id', { id: 'organiser' }],
    ['/check/cors', { result: { allowed: true } }],
    ['/features', []],
    ['/schedules/local/production?limit=1', { schedules: [] }],
    ['/intake/telemetry-status', { status: 'denied' }],
    ['/data/references/production/documents/a/to', { totalCount: 0 }],
  ] as const)('%s', async ([url, expected], { lake }) => {
    const answer = await lake.client.request({ url })
    if (Array.isArray(expected)) expect(answer).toHaveLength(expected.length)
    expect(answer).toMatchObject(expected)
  })

  test.for(['/users/somebody', '/projects/other', '/projects/other/datasets'])(
    '%s is 404',
    async (url, { lake }) => {
      await expect(lake.client.request({ url })).rejects.toMatchObject({ statusCode: 404 })
    },
  )
})

test('who refers to a document', async ({ lake }) => {
  await lake.client.create({ _id: 'a', _type: 'note' })
  await lake.client.create({ _id: 'b', _type: 'note', ref: { _ref: 'a' } })
  const answer = await lake.client.request({ url: '/data/references/production/documents/a/to' })
  expect(answer).toEqual({
    totalCount: 1,
    references: [{ documentId: 'b', datasetName: 'production', isStrong: true }],
  })
})

test('small settings are kept', async ({ lake }) => {
  const { client } = lake
  const put = (body: object) => client.request({ method: 'PUT', url: '/users/me/keyvalue', body })
  await put([
    { key: 'studio.one', value: { open: true } },
    { key: 'studio.two', value: 2 },
  ])
  await put({ key: 'studio.two', value: null })
  const values = await client.request({ url: '/users/me/keyvalue/studio.one,studio.two,studio.three' })
  expect(values.map(({ value }: { value: unknown }) => value)).toEqual([{ open: true }, null, null])
  await client.request({ method: 'DELETE', url: '/users/me/keyvalue/studio.one' })
  expect(await client.request({ url: '/users/me/keyvalue/studio.one' })).toEqual([
    { key: 'studio.one', value: null },
  ])
})

describe('datasets', () => {
  test('are made, filled, listed and deleted, each for itself', async ({ lake }) => {
    const { client } = lake
    await client.datasets.create('staging', { aclMode: 'private' })
    const staging = client.withConfig({ dataset: 'staging' })
    await staging.create({ _id: 'a', _type: 'note' })
    expect(await client.fetch('count(*)')).toBe(0)
    expect(await staging.fetch('count(*)')).toBe(1)
    expect((await client.datasets.list()).map(({ name, aclMode }) => [name, aclMode])).toEqual([
      ['production', 'public'],
      ['staging', 'private'],
    ])
    await expect(client.datasets.create('staging')).rejects.toMatchObject({ statusCode: 409 })
    await client.datasets.delete('staging')
    await expect(staging.fetch('*')).rejects.toMatchObject({ statusCode: 404 })
  })

  test('become private and public again', async ({ lake }) => {
    await lake.client.create({ _id: 'a', _type: 'note' })
    const seen = () => lake.anonymous.fetch('*._id')
    await lake.client.datasets.edit('production', { aclMode: 'private' })
    expect(await seen()).toEqual([])
    await lake.client.datasets.edit('production', { aclMode: 'public' })
    expect(await seen()).toEqual(['a'])
  })

  test.for([
    ['/projects/other', { attributes: { type: 'project' } }],
    ['/projects/local/datasets/other/acl', { error: 'Dataset not found' }],
  ] as const)('%s is missing in the form the Studio knows', async ([url, form], { lake }) => {
    await expect(lake.client.request({ url })).rejects.toMatchObject({
      statusCode: 404,
      response: { body: form },
    })
  })

  test('that are private show nothing without the token', async ({ lake }) => {
    await lake.client.datasets.create('staging', { aclMode: 'private' })
    await lake.client.withConfig({ dataset: 'staging' }).create({ _id: 'a', _type: 'note' })
    expect(await lake.anonymous.withConfig({ dataset: 'staging' }).fetch('*')).toEqual([])
  })
})

describe('documents by id', () => {
  test('in the order asked for, and every version of one', async ({ lake }) => {
    const { client } = lake
    for (const _id of ['a', 'drafts.a', 'versions.rSummer.a', 'b'])
      await client.create({ _id, _type: 'note' })
    expect((await client.getDocuments(['b', 'nothing', 'a'])).map((document) => document?._id)).toEqual([
      'b',
      undefined,
      'a',
    ])
    const versions = await client.getDocument('a', { includeAllVersions: true })
    expect(versions?.map(({ _id }) => _id).sort()).toEqual(['a', 'drafts.a', 'versions.rSummer.a'])
    await expect(client.request({ url: '/data/doc/production/a..b' })).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  test('and all of them, as lines', async ({ lake }) => {
    for (const _id of ['a', 'drafts.a']) await lake.client.create({ _id, _type: 'note' })
    await lake.client.create({ _id: 'b', _type: 'other' })
    const lines = async (query: string) => {
      const headers = { authorization: `Bearer ${lake.token}` }
      const response = await fetch(`${lake.url}/v1/data/export/production${query}`, { headers })
      return (await response.text())
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)._id)
    }
    expect((await lines('')).sort()).toEqual(['a', 'b', 'drafts.a'])
    expect((await lines('?types=note')).sort()).toEqual(['a', 'drafts.a'])
  })
})

describe('queries', () => {
  test('too long for an address are posted by the client, and answered the same', async ({ lake }) => {
    await lake.client.create({ _id: 'a', _type: 'note', text: 'x' })
    const text = 'x'.repeat(20_000)
    expect(await lake.client.fetch('*[text == $text || _id == $id]._id', { text, id: 'a' })).toEqual(['a'])
  })

  test('answer with the query unless it is not wanted', async ({ lake }) => {
    const full = await lake.client.fetch('count(*)', {}, { filterResponse: false })
    expect(full).toEqual({
      result: 0,
      query: 'count(*)',
      syncTags: ['s1:production'],
      ms: expect.any(Number),
    })
    const short = await lake.client.fetch('count(*)', {}, { filterResponse: false, returnQuery: false })
    expect(short).not.toHaveProperty('query')
  })

  test('see by default what their version of the API shows', async ({ lake }) => {
    for (const _id of ['a', 'drafts.a']) await lake.client.create({ _id, _type: 'note' })
    const ids = (apiVersion: string) => lake.client.withConfig({ apiVersion }).fetch('*._id')
    expect(await ids('2025-02-18')).toEqual(['a', 'drafts.a'])
    expect(await ids('2025-02-19')).toEqual(['a'])
    expect(await ids('X')).toEqual(['a'])
  })
})

describe('presence', () => {
  test('is told to the others in the same dataset', async ({ lake }) => {
    const one = await join(lake)
    const two = await join(lake)
    await one.call('authorization', { authorization: `Bearer ${lake.token}` })
    await two.call('authorization', { authorization: `Bearer ${lake.token}` })
    const { result: subscription } = await two.call('presence_subscribe')
    await one.call('presence_subscribe')
    await one.call('presence_announce', { data: { session: 's1', locations: [] } })
    await one.call('presence_rollcall', { session: 's1' })
    await one.call('presence_disconnect', { session: 's1' })
    const news = (result: object) => ({
      jsonrpc: '2.0',
      method: 'presence_subscription',
      params: { subscription, result: { i: 'organiser', ...result } },
    })
    expect(two.heard).toEqual([
      news({ type: 'state', m: { session: 's1', locations: [] } }),
      news({ type: 'rollCall', session: 's1' }),
      news({ type: 'disconnect', m: { session: 's1' } }),
    ])
    expect(one.heard).toEqual([])
    one.close()
    two.close()
  })

  test('of a window that is gone without a word ends', async ({ lake }) => {
    const one = await join(lake)
    const two = await join(lake)
    for (const peer of [one, two]) await peer.call('authorization', { authorization: `Bearer ${lake.token}` })
    await two.call('presence_subscribe')
    await one.call('presence_announce', { data: { sessionId: 's1', locations: [] } })
    one.close()
    await expect
      .poll(() => two.heard)
      .toMatchObject([
        { params: { result: { type: 'state' } } },
        { params: { result: { type: 'disconnect', i: 'organiser', m: { session: 's1' } } } },
      ])
    two.close()
  })

  test('needs the token', async ({ lake }) => {
    const stranger = await join(lake)
    expect(await stranger.call('presence_subscribe')).toMatchObject({ error: { code: 4001 } })
    expect(await stranger.call('authorization', { authorization: 'Bearer wrong' })).toMatchObject({
      error: { code: 4001 },
    })
    stranger.close()
  })
})

type Message = { id?: number; result?: unknown; error?: { code: number } }

async function join(lake: TestLake) {
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/socket/production`, {
    origin: studioOrigin,
  })
  const heard: Message[] = []
  const open = new Map<number, (message: Message) => void>()
  socket.on('message', (data) => {
    const message: Message = JSON.parse(data.toString())
    const answer = message.id === undefined ? undefined : open.get(message.id)
    if (answer) answer(message)
    else heard.push(message)
  })
  const opened = Promise.withResolvers<void>()
  socket.on('open', opened.resolve).on('error', opened.reject)
  await opened.promise
  let id = 0
  const call = (method: string, params: object = {}): Promise<Message> => {
    const { promise, resolve } = Promise.withResolvers<Message>()
    open.set(++id, resolve)
    socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    return promise
  }
  return { heard, call, close: () => socket.close() }
}
