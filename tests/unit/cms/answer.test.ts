import { expect, it } from 'vitest'
import { faultIn, resultIn } from '../../../src/cms/answer.ts'
import type { HttpAnswer } from '../../../src/cms/http.ts'

const json = { 'content-type': 'application/json; charset=utf-8' }
const now = Date.parse('2026-11-20T12:00:00Z')

const answer = (status: number, body: string, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  statusText: 'Server says',
  header: (name) => headers[name],
  body,
})

it.each<[retryAfter: string, date: string | undefined, milliseconds: number]>([
  ['3', undefined, 3000],
  ['0', undefined, 0],
  ['Fri, 20 Nov 2026 12:00:07 GMT', undefined, 7000],
  // By the clock of the lake, which may go wrong.
  ['Fri, 20 Nov 2026 09:00:07 GMT', 'Fri, 20 Nov 2026 09:00:02 GMT', 5000],
  ['Fri, 20 Nov 2026 11:00:00 GMT', undefined, 0],
  ['soon', undefined, 0],
  ['-5', undefined, 0],
  ['', undefined, 0],
])('reads Retry-After %j at %j as %i milliseconds', (retryAfter, date, milliseconds) => {
  const headers = { 'retry-after': retryAfter, ...(date && { date }) }
  expect(faultIn(answer(429, '', headers), now).retryAfter).toBe(milliseconds)
})

it.each<[status: number, body: string, message: string, isPassing: boolean]>([
  [429, '{"message":"Slow down"}', 'status 429, Slow down', true],
  [500, '<h1>Oh</h1>', 'status 500, Server says', true],
  [503, '', 'status 503, Server says', true],
  [401, '{"message":"Session not found"}', 'status 401, Session not found', false],
  [404, '{"error":{"description":"Dataset not found"}}', 'status 404, Dataset not found', false],
  [400, '{"error":"Bad Request"}', 'status 400, Bad Request', false],
])('says what came with status %i', (status, body, message, isPassing) => {
  expect(faultIn(answer(status, body), now)).toMatchObject({ message, isPassing })
})

it.each<[body: string, headers: Record<string, string>, isPassing: boolean]>([
  ['{"result":[{"_id":"a"', json, true],
  ['', json, true],
  ['<p>Log in', { 'content-type': 'text/html' }, false],
  ['<p>Log in', {}, false],
  ['{"ms":1}', json, false],
  ['[]', json, false],
])('finds no result in %j', (body, headers, isPassing) => {
  const attempt = () => resultIn(answer(200, body, headers))
  expect(attempt).toThrow(expect.objectContaining({ isPassing }))
})

it('finds the result', () => {
  expect(resultIn(answer(200, '{"result":null,"ms":1}', json))).toBeNull()
})
