import type { RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { askOverHttp, type HttpQuestion } from '../../../src/cms/http.ts'
import { startFaultServer } from '../../support/fault-server.ts'

const signal = AbortSignal.timeout(60_000)

/** Asks a server that answers as it is told. */
async function ask(listener: RequestListener, question: Partial<HttpQuestion> = {}) {
  const server = await startFaultServer(listener)
  try {
    return await askOverHttp(`${server.url}/where?what`, { method: 'GET', headers: {}, signal, ...question })
  } finally {
    await server.close()
  }
}

test('what is asked comes as it was sent', async () => {
  const answer = await ask(
    async (request, response) => {
      const { method, url, headers } = request
      const seen = { method, url, length: headers['content-length'], token: headers.authorization }
      response.end(JSON.stringify({ ...seen, body: await text(request) }))
    },
    { method: 'POST', headers: { authorization: 'Bearer t' }, body: 'Ünïcode' },
  )
  expect(JSON.parse(answer.body)).toEqual({
    method: 'POST',
    url: '/where?what',
    length: '9',
    token: 'Bearer t',
    body: 'Ünïcode',
  })
})

test('an answer is told whole, also one that comes in pieces', async () => {
  const beer = Buffer.from('\uFEFF🍺')
  const answer = await ask((_, response) => {
    response.writeHead(418, 'I am a teapot', { 'Retry-After': '3' })
    for (const byte of beer) response.write(Buffer.of(byte))
    response.end()
  })
  expect(answer).toMatchObject({ status: 418, statusText: 'I am a teapot', body: '🍺' })
  expect([answer.header('retry-after'), answer.header('date'), answer.header('x')]).toEqual([
    '3',
    expect.any(String),
    undefined,
  ])
})

test('what comes packed is unpacked', async () => {
  const answer = await ask((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('pints'))
  })
  expect(answer.body).toBe('pints')
})

test('what leads elsewhere is not followed', async () => {
  const answer = await ask((_, response) => {
    response.writeHead(302, { location: '/log-in' }).end()
  })
  expect(answer.status).toBe(302)
})

test.for<[what: string, listener: RequestListener]>([
  [
    'shorter than it says',
    (_, response) => response.writeHead(200, { 'content-length': 9 }).write('pin', () => response.destroy()),
  ],
  ['cut between pieces', (_, response) => response.write('pin', () => response.destroy())],
  [
    'packed, and cut',
    (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('pints').subarray(0, 12)),
  ],
  ['not there at all', (request) => request.socket.destroy()],
])('an answer that is %s is none', async ([, listener]) => {
  await expect(ask(listener)).rejects.toThrow(Error)
})
