import { expect } from 'vitest'
import type { TestLake } from '../../../support/lake.ts'

export const json = { 'content-type': 'application/json' }

export type Answer = { status: number; text: string; headerText: string }

/** A request with the token, as no client would send it. */
export async function ask(lake: TestLake, route: string, init: RequestInit): Promise<Answer> {
  const headers = { authorization: `Bearer ${lake.token}`, ...Object.fromEntries(new Headers(init.headers)) }
  const response = await fetch(`${lake.url}/v2025-02-19/${route}`, { ...init, headers })
  const headerText = JSON.stringify([...response.headers])
  return { status: response.status, text: await response.text(), headerText }
}

export function post(lake: TestLake, route: string, body: Buffer | string): Promise<Answer> {
  return ask(lake, route, { method: 'POST', headers: json, body: Buffer.from(body) })
}

/** One of the two forms that the API has for errors, and nothing of the program's inside. */
export function expectErrorForm({ status, text }: Answer): void {
  const body = JSON.parse(text)
  if (typeof body.error === 'string')
    expect(body).toMatchObject({ statusCode: status, message: expect.any(String) })
  else expect(body.error).toMatchObject({ type: expect.any(String), description: expect.any(String) })
  expect(text).not.toMatch(/node_modules|\.ts:\d|\s{4}at |\/tmp\//)
}
