import { setImmediate } from 'node:timers/promises'
import { type Fault, json } from './fault-proxy.ts'
import type { TestClock } from './test-clock.ts'

export const status =
  (code: number, headers: Record<string, string> = {}, body = '{"message":"Not now"}'): Fault =>
  (_, response) => {
    response.writeHead(code, { ...json, ...headers }).end(body)
  }

export const reset: Fault = (_, response) => {
  response.socket?.resetAndDestroy()
}

/** Half of the body, then the connection ends. */
export const cut: Fault = ({ body }, response) => {
  response.writeHead(200, { ...json, 'content-length': body.length })
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy())
}

/** Half of the body, and nobody says that it was more. */
export const half: Fault = ({ body }, response) => {
  response.writeHead(200, json).end(body.subarray(0, body.length / 2))
}

export const html: Fault = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Log in')
}

/** Another content than the lake's, be it the result of a query or documents. */
export const content =
  (change: (content: unknown) => unknown): Fault =>
  ({ body }, response) => {
    const answer = JSON.parse(body.toString())
    const changed = 'result' in answer ? { ...answer, result: change(answer.result) } : change(answer)
    response.writeHead(200, json).end(JSON.stringify(changed) ?? '{}')
  }

/** Never answers, while time passes. */
export const hang =
  (clock: TestClock): Fault =>
  async (_, response) => {
    while (!response.destroyed) {
      clock.pass(1000)
      await setImmediate()
    }
  }

/** A byte each second. */
export const drip =
  (clock: TestClock): Fault =>
  async ({ body }, response) => {
    response.writeHead(200, { ...json, 'content-length': body.length })
    for (const byte of body) {
      if (response.destroyed) return
      response.write(Buffer.of(byte))
      clock.pass(1000)
      await setImmediate()
    }
    response.end()
  }

/** Leaves the last document out of every list. */
export const fewer: Fault = content((value) => {
  if (typeof value !== 'object' || value === null || !('documents' in value)) return value
  return { ...value, documents: Array.isArray(value.documents) ? value.documents.slice(0, -1) : [] }
})
