import { mkdtempSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLakeClient } from '../../../src/cms/client.ts'
import { type Mirror, openMirror } from '../../../src/cms/mirror.ts'
import { pull } from '../../../src/cms/pull.ts'
import { Failure } from '../../../src/failure.ts'
import { storedRecap } from '../../support/documents.ts'
import { startFaultServer } from '../../support/fault-server.ts'

const json =
  (body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const one = { _id: 'one', _type: 'recap', _rev: 'new' }

/** Lists documents at first, then answers the question for them with something else. */
const thenFor =
  (rest: RequestListener): RequestListener =>
  (request, response) =>
    request.url?.includes('after') ? json({ result: [one] })(request, response) : rest(request, response)

let folder: string
let mirror: Mirror

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mirror-'))
  mirror = openMirror(join(folder, 'mirror.sqlite'), 'a lake')
  mirror.apply({ put: [storedRecap('one'), storedRecap('two')], refuse: [], remove: [] })
})
afterEach(() => {
  mirror.close()
  rmSync(folder, { recursive: true })
})

describe('an answer that is not what the API promises is an error, and nothing is lost', () => {
  it.each<[string, RequestListener, string]>([
    [
      'HTML with status 200, as from a proxy',
      (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Log in'),
      'answered, but not with documents',
    ],
    ['JSON without a result', json({ ms: 1 }), 'answered, but not with documents'],
    ['a result that is no list', json({ result: null }), 'answered, but not with documents'],
    ['documents without ids', json({ result: [{ title: 'x' }] }), 'answered, but not with documents'],
    ['an empty list', json({ result: [] }), 'nothing is published'],
    [
      'HTML for the documents only',
      thenFor((_, response) => response.end('<p>')),
      'answered, but not with documents',
    ],
    [
      'an error of the server',
      (_, response) => response.writeHead(500).end('{"error":"no"}'),
      'could not be pulled',
    ],
    [
      'a wrong token',
      (_, response) =>
        response
          .writeHead(401, { 'content-type': 'application/json' })
          .end('{"message":"Session not found"}'),
      'Session not found',
    ],
  ])('%s', async (_, answer, message) => {
    const server = await startFaultServer(answer)
    try {
      const failure = await failureOf(server.url)
      expect(failure.message).toContain(message)
      expect(failure.hint).toMatch(/left as it is|Nothing was changed/)
      expect(mirror.read().documents.map((document) => document._id)).toEqual(['one', 'two'])
    } finally {
      await server.close()
    }
  })

  it('a lake that does not run', async () => {
    const server = await startFaultServer(() => undefined)
    await server.close()
    expect((await failureOf(server.url)).message).toContain('could not be pulled')
    expect(mirror.read().documents).toHaveLength(2)
  })
})

async function failureOf(apiHost: string): Promise<Failure> {
  const client = createLakeClient({ projectId: 'local', dataset: 'production', apiHost, token: undefined })
  const result = await pull(client.withConfig({ maxRetries: 0 }), mirror).catch((error: unknown) => error)
  if (result instanceof Failure) return result
  throw new Error(`Not a Failure: ${JSON.stringify(result)}`)
}
