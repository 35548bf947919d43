import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** What came from the lake, and is to go on. */
export type Answer = { status: number; body: Buffer }

/** Misbehaves in the place of an answer that the lake gave. */
export type Fault = (answer: Answer, response: ServerResponse) => void | Promise<void>

/**
 * Hands on to a lake what it is asked, and does as it is told with the answers.
 * @param faultOf what becomes of the n-th request, counted from 1; undefined: nothing
 */
export function faultProxy(lakeUrl: string, faultOf: (n: number) => Fault | undefined): RequestListener {
  let count = 0
  return async (request, response) => {
    const fault = faultOf(++count) ?? handOn
    await fault(await ask(lakeUrl, request), response)
  }
}

async function ask(lakeUrl: string, request: IncomingMessage): Promise<Answer> {
  const { 'content-type': type = '', authorization } = request.headers
  const answer = await fetch(new URL(request.url ?? '', lakeUrl), {
    method: request.method ?? 'GET',
    headers: { 'content-type': type, ...(authorization ? { authorization } : {}) },
    ...(request.method === 'POST' && { body: await buffer(request) }),
  })
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) }
}

export const json = { 'content-type': 'application/json' }

const handOn: Fault = ({ status, body }, response) => {
  response.writeHead(status, json).end(body)
}
