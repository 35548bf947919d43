import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { listenTo } from '../../support/listening.ts'
import { ask, expectErrorForm, json, post } from './contracts/raw-request.ts'

const note = { _id: 'a', _type: 'note', text: 'first', list: [{ _key: 'k' }] }

/** Fields of a document or an operation in JSON that no JSON encoder would write. */
const fields: [name: string, json: string, status: number][] = [
  ['a number out of range', '"n": 1e400', 400],
  ['a number far below', '"n": -1e999', 400],
  ['half a surrogate pair', '"text": "\\ud800"', 400],
  ['the other half, in a name', '"\\udc00": 1', 400],
  ['a NUL', '"text": "a\\u0000b"', 400],
  ['a NUL in a name', '"a\\u0000": 1', 400],
  ['the name that changes prototypes', '"__proto__": {"admin": true}', 400],
  ['the same, deep', '"x": [{"__proto__": 1}]', 400],
  ['an over-long name', `"${'x'.repeat(1001)}": 1`, 400],
  ['deep nesting', `"x": ${'['.repeat(5000)}${']'.repeat(5000)}`, 400],
  ['nesting of objects', `"x": ${'{"a":'.repeat(200)}1${'}'.repeat(200)}`, 400],
]

const bodies: [name: string, body: Buffer | string, status: number][] = [
  ['nothing', '', 400],
  ['no JSON', '{"mutations": [', 400],
  ['more than one value', '{} {}', 400],
  ['no object', '"mutations"', 400],
  ['null', 'null', 400],
  ['a list', '[]', 400],
  ['no UTF-8', Buffer.from('{"mutations":[{"create":{"_id":"b","_type":"\xff"}}]}', 'latin1'), 400],
  [
    'half a character of UTF-8',
    Buffer.concat([Buffer.from('{"mutations":"'), Buffer.from([0xe2, 0x82])]),
    400,
  ],
  ['JSON in UTF-16', Buffer.from('{"mutations":[]}', 'utf16le'), 400],
  ['17 MB', `"${'x'.repeat(17 * 1024 * 1024)}"`, 413],
  ...fields.flatMap(([name, json, status]): [string, string, number][] => [
    [`create with ${name}`, `{"mutations":[{"create":{"_id":"b","_type":"note",${json}}}]}`, status],
    [`patch with ${name}`, `{"mutations":[{"patch":{"id":"a","set":{"x":{${json}}}}}]}`, status],
    [
      'an action with the same',
      `{"actions":[{"actionType":"sanity.action.document.create",${json}}]}`,
      status,
    ],
  ]),
]

describe('bodies', () => {
  test.for(bodies)('%s', async ([, body, status], { lake }) => {
    await lake.client.create(note)
    const before = await lake.client.fetch('*', {}, { perspective: 'raw' })
    const listening = await listenTo(lake.client, '*', { includeAllVersions: true })
    for (const route of ['data/mutate/production', 'data/actions/production']) {
      const answer = await post(lake, route, body)
      expect(answer.status).toBe(status)
      expectErrorForm(answer)
    }
    expect(await lake.client.fetch('*', {}, { perspective: 'raw' })).toEqual(before)
    await lake.client.create({ _id: 'end', _type: 'end' })
    expect(await listening.take(1)).toMatchObject([{ documentId: 'end' }])
    listening.stop()
  })

  test('a patch that grows by what it has grown to', async ({ lake }) => {
    await lake.client.create(note)
    const large = 'x'.repeat(1024 * 1024)
    const grow = {
      patch: { id: 'a', set: { 'list[*].x': { list: Array.from({ length: 40 }, () => ({ large })) } } },
    }
    const many = { patch: { id: 'a', insert: { after: 'list[-1]', items: Array(40).fill({}) } } }
    const spread = { patch: { id: 'a', set: { '..large': large.slice(0, 10), 'list[*].y': large } } }
    for (const mutations of [[grow], [many, spread]]) {
      const answer = await post(lake, 'data/mutate/production', JSON.stringify({ mutations }))
      expect(answer.status).toBe(413)
    }
    expect(await lake.client.getDocument('a')).toMatchObject(note)
  })
})

describe('parameters of queries', () => {
  const values: [name: string, json: string][] = [
    ['no JSON', 'NaN'],
    ['a number out of range', '1e400'],
    ['half a surrogate pair', '"\\ud800"'],
    ['a NUL', '["\\u0000"]'],
    ['the name that changes prototypes', '{"__proto__": {"admin": true}}'],
    ['deep nesting', `${'['.repeat(3000)}${']'.repeat(3000)}`],
  ]
  test.for(values)('%s: 400, and whoever comes next is answered', async ([, json], { lake }) => {
    const search = new URLSearchParams({ query: '$x', $x: json })
    const answers = [
      await ask(lake, `data/query/production?${search}`, { method: 'GET' }),
      await post(lake, 'data/query/production', `{"query":"$x","params":{"x":${json}}}`),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(400)
      expectErrorForm(answer)
    }
    expect(await lake.client.fetch('1')).toBe(1)
    expect(lake.reports).toEqual([])
  })

  test('a parameter by the name that changes prototypes', async ({ lake }) => {
    const answer = await ask(lake, 'data/query/production?query=1&$__proto__={"x":1}', { method: 'GET' })
    expect(answer.status).toBe(400)
    expectErrorForm(answer)
  })
})

describe('addresses', () => {
  test.for([
    ['GET', 'data/doc/production/..%2F..%2Fetc', 400],
    ['GET', 'data/doc/production/a%00b', 400],
    ['GET', 'data/doc/production/%ff', 400],
    ['GET', 'data/doc/production/-a', 400],
    ['GET', 'data/doc/production/a,,b', 400],
    ['GET', 'data/doc/..%2Fproduction/a', 404],
    ['GET', 'data/doc/%ff/a', 404],
    ['GET', 'data/doc/__proto__/a', 404],
    ['GET', 'data/query/production', 400],
    ['GET', 'data/query/production?query=*[', 400],
    ['GET', 'data/query/production?query=*&$x={', 400],
    ['GET', 'data/query/production?query=*&perspective=a/b', 400],
    ['GET', 'data/query/constructor?query=*', 404],
    ['GET', 'data/history/production/transactions/a?limit=many', 400],
    ['GET', 'data/history/production/transactions/a?limit=-5', 400],
    ['GET', 'data/history/production/transactions/a?fromTime=yesterday', 400],
    ['GET', 'data/history/production/transactions/a?effectFormat=diff', 400],
    ['GET', 'data/history/production/transactions/a%2Fb', 400],
    ['GET', 'data/history/production/documents/a?time=never', 400],
    ['GET', 'data/history/production/documents/a,,b', 400],
    ['GET', 'data/history/production/events/documents/a?limit=0', 400],
    ['GET', 'projects/other', 404],
    ['GET', 'projects/__proto__/datasets', 404],
    ['GET', 'projects/local/datasets/none/acl', 404],
    ['GET', 'projects/local/datasets/production/settings/constructor', 404],
    ['DELETE', 'datasets/none', 404],
    ['PATCH', 'datasets/none', 404],
    ['PUT', 'datasets/UPPER', 400],
    ['PUT', 'datasets/a.b', 400],
    ['PUT', 'datasets/-a', 400],
    ['PUT', 'datasets/..%2Fx', 400],
    ['PUT', `datasets/${'x'.repeat(65)}`, 400],
    ['PUT', 'datasets/production', 409],
    ['GET', 'users/nobody', 404],
    ['POST', 'data/query/production', 415],
    ['POST', 'agent/action/generate/production', 404],
    ['DELETE', 'data/mutate/production', 404],
    ['GET', 'nothing', 404],
  ] as const)('%s %s: %i', async ([method, route, status], { lake }) => {
    const answer = await ask(lake, route, { method })
    expect(answer.status).toBe(status)
    expectErrorForm(answer)
  })

  test.for([
    ['PUT', 'datasets/b', { aclMode: 'open' }],
    ['PUT', 'datasets/b', { embeddings: { enabled: true } }],
    ['PUT', 'datasets/b', { colour: 'red' }],
    ['PUT', 'datasets/b', 'private'],
    ['PATCH', 'datasets/production', { aclMode: 5 }],
    ['PUT', 'users/me/keyvalue', { key: '', value: 1 }],
    ['PUT', 'users/me/keyvalue', { key: 'x'.repeat(501), value: 1 }],
    ['PUT', 'users/me/keyvalue', [{ value: 1 }]],
    ['PUT', 'users/me/keyvalue', 5],
  ] as const)('%s %s with %j: 400', async ([method, route, body], { lake }) => {
    const answer = await ask(lake, route, { method, body: JSON.stringify(body), headers: json })
    expect(answer.status).toBe(400)
    expectErrorForm(answer)
    expect((await lake.client.datasets.list()).map(({ name, aclMode }) => [name, aclMode])).toEqual([
      ['production', 'public'],
    ])
  })
})
