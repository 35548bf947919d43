import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { ask, json } from './contracts/raw-request.ts'

describe('what answers never tell: the token, a path, a stack', () => {
  test.for([
    ['GET', 'nothing?wstoken=TOKEN'],
    ['GET', 'data/query/production?query=[&wstoken=TOKEN'],
    ['GET', 'data/query/none?query=*&wstoken=TOKEN'],
    ['GET', 'data/doc/production/a!'],
    ['POST', 'data/mutate/production'],
    ['POST', 'data/actions/production'],
    ['POST', 'assets/images/production'],
    ['GET', 'users/me'],
    ['GET', 'users/me/keyvalue/token'],
    ['GET', 'projects/local'],
    ['GET', 'projects/local/tokens'],
    ['GET', 'auth/id'],
    ['GET', 'datasets'],
  ] as const)('%s %s', async ([method, route], { lake }) => {
    const body = method === 'POST' ? '{' : undefined
    const address = route.replace('TOKEN', lake.token)
    for (const authorization of [`Bearer ${lake.token}`, `Bearer ${lake.token}x`, `Basic ${lake.token}`]) {
      const answer = await ask(lake, address, { method, body, headers: { ...json, authorization } })
      for (const secret of [lake.token, lake.dataDir, process.cwd(), 'node_modules', '.ts:', '    at ']) {
        expect(answer.text + answer.headerText).not.toContain(secret)
      }
    }
    expect(lake.reports.join()).not.toContain(lake.token)
  })

  test('nor is the token kept with the documents', async ({ lake }) => {
    await lake.client.create({ _id: 'a', _type: 'note' })
    const kept = await readFile(path.join(lake.dataDir, 'lake.sqlite'))
    expect(kept.includes(lake.token)).toBe(false)
  })
})
