import type { SanityClient } from '@sanity/client'
import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { listenTo } from '../../support/listening.ts'
import { cases, type Fields } from './mutation-cases.ts'

const a = { _id: 'a', _type: 'note', text: 'first', tags: [{ _key: 'k1' }, { _key: 'k2' }], n: 1 }
const { _id: _a, ...contentOfA } = a

describe('request, state before, answer, state after, events', () => {
  test.for(cases)('$name', async (one, { lake }) => {
    const { client } = lake
    for (const document of one.before ?? []) await client.create(document as typeof a)
    const revisions = await stateOf(client)
    const listening = await listenTo(client, '*', { includeResult: true })

    const request = client.request({
      method: 'POST',
      url: `/data/mutate/production?returnIds=true&${one.query ?? ''}`,
      body: { mutations: one.mutations, transactionId: 'T1' },
    })
    if (one.error) {
      const error = await request.then(
        () => undefined,
        (reason) => reason,
      )
      expect(error?.message).toContain(one.error.message)
      expect(error.statusCode).toBe(one.error.status)
      if (one.error.type) expect(error.details.items[0].error.type).toBe(one.error.type)
      expect(await stateOf(client)).toEqual(revisions)
    } else {
      const answer = await request
      expect(answer.transactionId).toBe('T1')
      if (one.results) {
        expect(answer.results).toEqual(one.results.map(([id, operation]) => ({ id, operation })))
      }
    }

    for (const [id, expected] of Object.entries(one.after)) {
      expect(withoutSystemFields((await client.getDocument(id)) ?? null)).toEqual(expected)
    }

    // One more change tells that no event is still to come.
    await client.create({ _id: 'end', _type: 'end' })
    const expected = one.error ? [] : (one.events ?? [])
    const events = await listening.take(expected.length + 1)
    listening.stop()
    expect(events.map((event) => [event.documentId, event.transition])).toEqual([
      ...expected,
      ['end', 'appear'],
    ])
    events.slice(0, -1).forEach((event, index) => {
      const id = String(event.documentId)
      expect(event).toMatchObject({
        transactionId: 'T1',
        eventId: `T1#${id}`,
        transactionCurrentEvent: index + 1,
        transactionTotalEvents: expected.length,
      })
      expect(event.previousRev).toBe(revisions[id])
      expect(event.resultRev).toBe('T1')
      if (event.transition !== 'disappear') expect(event.result).toMatchObject({ _id: id, _rev: 'T1' })
    })
  })
})

test('the lake adds revision and times, and keeps when a document was made', async ({ lake }) => {
  const early = { ...a, _createdAt: '2020-02-02T02:02:02Z' }
  const created = await lake.client.mutate([{ create: early }], {
    transactionId: 'one',
    returnDocuments: true,
  })
  expect(created).toEqual([
    { ...early, _rev: 'one', _updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) },
  ])
  const replaced = await lake.client.createOrReplace({ _id: 'a', _type: 'note' })
  expect(replaced._createdAt).toBe('2020-02-02T02:02:02Z')
})

test('ids are made where they are missing, and under a path where they end in a dot', async ({ lake }) => {
  const free = await lake.client.create(contentOfA)
  expect(free._id).toMatch(/^[0-9a-f-]{36}$/)
  const below = await lake.client.create({ ...contentOfA, _id: 'drafts.' })
  expect(below._id).toMatch(/^drafts\.[0-9a-f-]{36}$/)
})

test('a transaction id can be used once', async ({ lake }) => {
  await lake.client.mutate([{ create: a }], { transactionId: 'once' })
  await expect(
    lake.client.mutate([{ create: { ...a, _id: 'b' } }], { transactionId: 'once' }),
  ).rejects.toThrow('Transaction ID "once" has already been used')
  expect(await lake.client.getDocument('b')).toBeUndefined()
})

test('a transaction can return its documents', async ({ lake }) => {
  const documents = await lake.client
    .transaction()
    .create(a)
    .patch('a', (patch) => patch.inc({ n: 1 }))
    .commit({ returnDocuments: true })
  expect(documents.map(({ n }) => n)).toEqual([1, 2])
})

async function stateOf(client: SanityClient): Promise<Record<string, string>> {
  const documents: { _id: string; _rev: string }[] = await client.fetch(
    '*{_id, _rev}',
    {},
    { perspective: 'raw' },
  )
  return Object.fromEntries(documents.map(({ _id, _rev }) => [_id, _rev]))
}

function withoutSystemFields(document: Fields | null): Fields | null {
  if (!document) return null
  const { _rev, _createdAt, _updatedAt, ...content } = document
  return content
}
