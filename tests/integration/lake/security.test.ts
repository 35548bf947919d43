import { chmod, readdir, readFile, stat } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { startLake } from '../../../scripts/lake/start.ts'
import { studioOrigin, type TestLake, test } from '../../support/lake.ts'

const secrets = ['drafts.a', 'versions.rSummer.a', 'secret.a', '_.hidden']

async function fill({ client }: TestLake): Promise<void> {
  for (const _id of ['a', ...secrets]) await client.create({ _id, _type: 'note' })
}

describe('without the token', () => {
  test.for(['published', 'drafts', 'raw', 'rSummer'] as const)(
    'a query in the perspective %s sees what is public',
    async (perspective, { lake }) => {
      await fill(lake)
      const ids = await lake.anonymous.fetch(
        '*._id',
        {},
        { perspective: perspective === 'rSummer' ? ['rSummer'] : perspective },
      )
      expect(ids).toEqual(['a'])
    },
  )

  test('a reference leads to nothing private', async ({ lake }) => {
    await fill(lake)
    await lake.client.create({ _id: 'b', _type: 'note', ref: { _ref: 'secret.a' } })
    expect(await lake.anonymous.fetch('*[_id == "b"][0].ref->_id', {}, { perspective: 'raw' })).toBeNull()
    expect(await lake.anonymous.fetch('*[references("secret.a")]._id', {}, { perspective: 'raw' })).toEqual([
      'b',
    ])
    expect(await lake.client.fetch('*[_id == "b"][0].ref->_id')).toBe('secret.a')
  })

  test('a document is omitted', async ({ lake }) => {
    await fill(lake)
    const body = await lake.anonymous.request({ url: '/data/doc/production/a,drafts.a,secret.a,nothing' })
    expect(body.documents).toMatchObject([{ _id: 'a' }])
    expect(body.omitted).toEqual([
      { id: 'drafts.a', reason: 'permission' },
      { id: 'secret.a', reason: 'permission' },
      { id: 'nothing', reason: 'existence' },
    ])
    const versions = await lake.anonymous.request({
      url: '/data/doc/production/a',
      query: { includeAllVersions: 'true' },
    })
    expect(versions.documents).toMatchObject([{ _id: 'a' }])
  })

  test.for([
    ['POST', 'data/mutate/production'],
    ['POST', 'data/actions/production'],
    ['POST', 'assets/images/production'],
    ['POST', 'assets/files/production'],
    ['GET', 'data/export/production'],
    ['GET', 'data/history/production/transactions/a'],
    ['GET', 'data/history/production/documents/a'],
    ['GET', 'data/history/production/events/documents/a'],
    ['GET', 'data/live/events/production?includeDrafts=true'],
    ['GET', 'data/references/production/documents/a/to'],
    ['GET', 'users/me'],
    ['GET', 'users/organiser'],
    ['GET', 'users/me/keyvalue/x'],
    ['PUT', 'users/me/keyvalue'],
    ['DELETE', 'users/me/keyvalue/x'],
    ['GET', 'projects'],
    ['GET', 'projects/local'],
    ['GET', 'projects/local/datasets'],
    ['GET', 'projects/local/datasets/production/acl'],
    ['GET', 'datasets'],
    ['PUT', 'datasets/other'],
    ['PUT', 'projects/local/datasets/other'],
    ['DELETE', 'datasets/production'],
    ['DELETE', 'projects/local/datasets/production'],
    ['GET', 'auth/id'],
  ] as const)('%s %s is 401', async ([method, route], { lake }) => {
    const response = await fetch(`${lake.url}/v1/${route}`, { method })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ statusCode: 401, errorCode: 'SIO-401-ANF' })
    const wrong = await fetch(`${lake.url}/v1/${route}`, {
      method,
      headers: { authorization: `Bearer ${'0'.repeat(64)}` },
    })
    expect(wrong.status).toBe(401)
  })
})

test('the token is for its owner only', async ({ lake }) => {
  const file = path.join(lake.dataDir, 'token')
  expect((await readFile(file, 'utf8')).trim()).toBe(lake.token)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(lake.token).toMatch(/^[0-9a-f]{64}$/)
})

test('other users of the machine get at nothing, even in a data folder that is open to them', async ({
  dataDir,
}) => {
  await chmod(dataDir, 0o755)
  const lake = await startLake({ dataDir, port: 0 })
  await lake.close()
  const names = await readdir(dataDir)
  const modes = await Promise.all(names.map(async (name) => (await stat(path.join(dataDir, name))).mode))
  expect(names).toContain('assets')
  expect(names.filter((_, index) => ((modes[index] ?? 0) & 0o077) !== 0)).toEqual([])
})

describe('pages', () => {
  test('an allowed one may read and write', async ({ lake }) => {
    const url = `${lake.url}/v1/data/mutate/production`
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: studioOrigin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
        'access-control-request-private-network': 'true',
      },
    })
    expect(preflight.status).toBe(204)
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': studioOrigin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'authorization,content-type',
      'access-control-allow-private-network': 'true',
    })
    const answer = await fetch(`${lake.url}/v1/users/me`, { headers: { origin: studioOrigin } })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('access-control-allow-origin')).toBe(studioOrigin)
  })

  test.for([
    'http://evil.example',
    'http://localhost:3334',
    'https://localhost:3333',
    'null',
    'http://localhost:3333.evil.example',
  ])('%s may not', async (origin, { lake }) => {
    for (const [method, route] of [
      ['GET', 'v1/data/query/production?query=*'],
      ['OPTIONS', 'v1/data/query/production'],
      ['GET', 'v1/data/listen/production?query=*'],
      ['GET', 'images/local/production/x.jpg'],
      ['GET', 'nothing'],
    ]) {
      const headers = { origin, authorization: `Bearer ${lake.token}` }
      const response = await fetch(`${lake.url}/${route}`, { method, headers })
      expect(response.status).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test.for(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined])(
    'a body as %s is not read',
    async (type, { lake }) => {
      const headers = { authorization: `Bearer ${lake.token}`, ...(type && { 'content-type': type }) }
      const body = Buffer.from(JSON.stringify({ mutations: [{ create: { _id: 'a', _type: 'note' } }] }))
      const response = await fetch(`${lake.url}/v1/data/mutate/production`, { method: 'POST', headers, body })
      expect(response.status).toBe(415)
      expect(await lake.client.getDocument('a')).toBeUndefined()
    },
  )
})

describe('hosts', () => {
  test.for([
    ['localhost', 200],
    ['localhost:4333', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:4333', 200],
    ['evil.example', 403],
    ['localhost.evil.example:4333', 403],
    ['127.0.0.1.evil.example', 403],
    ['192.168.0.1:4333', 403],
  ] as const)('%s: %s', async ([host, status], { lake }) => {
    expect(await statusFor(`${lake.url}/v1/ping`, { host })).toBe(status)
  })
})

describe('WebSockets', () => {
  test.for([
    ['data/listen/production?query=*', { origin: 'http://evil.example' }, 403],
    ['data/live/events/production', { origin: 'http://evil.example' }, 403],
    ['socket/production', { origin: 'http://evil.example' }, 403],
    ['socket/production', { origin: studioOrigin, headers: { host: 'evil.example' } }, 403],
    ['data/listen/production?query=*&wstoken=wrong', { origin: studioOrigin }, 401],
    ['data/live/events/production?includeDrafts=true', { origin: studioOrigin }, 401],
    ['data/listen/nothing?query=*', { origin: studioOrigin }, 404],
    ['elsewhere', { origin: studioOrigin }, 404],
  ] as const)('%s from %j: %i', async ([route, options, status], { lake }) => {
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/${route}`, options)
    const { promise, resolve } = Promise.withResolvers<number | undefined>()
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('open', () => resolve(101))
    socket.on('error', () => undefined)
    expect(await promise).toBe(status)
    socket.terminate()
  })
})

describe('limits', () => {
  test('a body that is too large, malformed or no UTF-8', async ({ lake }) => {
    const post = async (body: BodyInit) => {
      const headers = { authorization: `Bearer ${lake.token}`, 'content-type': 'application/json' }
      return (await fetch(`${lake.url}/v1/data/mutate/production`, { method: 'POST', headers, body })).status
    }
    expect(await post(`"${'x'.repeat(17 * 1024 * 1024)}"`)).toBe(413)
    expect(await post('{"mutations": [')).toBe(400)
    expect(await post(Buffer.from('{"mutations":[{"create":{"_id":"a","_type":"\xff"}}]}', 'latin1'))).toBe(
      400,
    )
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
    expect(await post(`{"mutations":[{"create":{"_id":"a","_type":"note","deep":${deep}}}]}`)).toBe(400)
    expect(await lake.client.fetch('count(*)')).toBe(0)
  })

  test('a query that is too long', async ({ lake }) => {
    await expect(lake.client.fetch(`*["${'x'.repeat(300_000)}" == title]`)).rejects.toThrow(
      '262144 are allowed',
    )
  })
})

describe('what is not there', () => {
  test('answers in the form of the API, with the route', async ({ lake }) => {
    await expect(lake.client.request({ url: '/nothing/here' })).rejects.toMatchObject({
      statusCode: 404,
      message: 'Not Found - The local lake has nothing at GET /v2025-02-19/nothing/here',
    })
    await expect(lake.client.withConfig({ dataset: 'other' }).fetch('*')).rejects.toMatchObject({
      statusCode: 404,
      message: 'Not Found - Dataset "other" not found for project ID "local"',
    })
  })

  test('a wrong query shows where it is wrong', async ({ lake }) => {
    await expect(lake.client.fetch('*[_type == ]')).rejects.toMatchObject({
      statusCode: 400,
      details: {
        type: 'queryParseError',
        query: '*[_type == ]',
        start: expect.any(Number),
        end: expect.any(Number),
      },
    })
  })
})

/** The status for a request whose Host header is not the address, which fetch would not send. */
function statusFor(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  httpRequest(url, { headers }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
    .on('error', reject)
    .end()
  return promise
}
