import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'
import { conflicts } from './contracts/conflicts.ts'
import { expectContract } from './contracts/contract.ts'
import { madeAndGone } from './contracts/documents-made-and-gone.ts'
import { patches } from './contracts/patches.ts'
import { refusedMutations } from './contracts/refused-mutations.ts'

const cases = [...madeAndGone, ...patches, ...conflicts, ...refusedMutations]

const a = { _id: 'a', _type: 'note', text: 'first', tags: [{ _key: 'k1' }, { _key: 'k2' }], n: 1 }
const { _id: _a, ...contentOfA } = a

describe('request, state before, answer, state after, events', () => {
  test.for(cases)('$name', async (one, { lake }) => {
    const answer = await expectContract(lake.client, one, () =>
      lake.client.request({
        method: 'POST',
        url: `/data/mutate/production?returnIds=true&${one.query ?? ''}`,
        body: { mutations: one.mutations, transactionId: 'T1', ...one.body },
      }),
    )
    if (one.error) return
    const results = one.results?.map(([id, operation]) => ({ id, operation }))
    expect(answer).toEqual({ transactionId: 'T1', results: results ?? expect.any(Array) })
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
  ).rejects.toMatchObject({ statusCode: 409, details: { type: 'transactionAlreadyExistsError' } })
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

test('while a long transaction is worked out, others are answered', async ({ lake }) => {
  await lake.client.create({ ...a, list: [] })
  const many = Array.from({ length: 10_000 }, (_, n) => ({
    patch: { id: 'a', insert: { after: 'list[-1]', items: [n] } },
  }))
  let isDone = false
  const long = lake.client.mutate(many, { returnDocuments: false }).finally(() => {
    isDone = true
  })
  let answered = 0
  while (!isDone) {
    await lake.client.getDocument('nothing')
    answered += 1
  }
  await long
  // Where nobody is let in between there are a handful, before it begins and after its end.
  expect(answered).toBeGreaterThan(20)
  expect(await lake.client.fetch('*[_id == "a"][0].list')).toEqual(many.map((_, n) => n))
})
