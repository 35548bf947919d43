import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'

const documents = Array.from({ length: 3000 }, (_, index) => ({ _id: `n${index}`, _type: 'note', index }))
const hostile = '*[count(*[count(*[_id > ^._id && _id > ^.^._id]) > 0]) > 0]'

describe('a mutation whose query takes too long', () => {
  test.for([
    ['patch', { patch: { query: hostile, set: { seen: true } } }],
    ['deletion', { delete: { query: hostile } }],
  ] as const)('a %s is stopped, and other writes are done meanwhile', async ([, mutation], { lake }) => {
    await lake.client.mutate(documents.map((document) => ({ create: document })))
    const order: string[] = []
    const stopped = expect(lake.client.mutate([mutation])).rejects.toMatchObject({ statusCode: 504 })
    const others = async () => {
      for (let n = 0; n < 5; n++) await lake.client.patch('n8').set({ n }).commit()
      await lake.client.action({
        actionType: 'sanity.action.document.unpublish',
        publishedId: 'n9',
        draftId: 'drafts.n9',
      })
      await lake.client.mutate([{ patch: { query: '*[_id == "n7"]', set: { n: 1 } } }])
    }
    await Promise.all([
      stopped.then(() => order.push('the slow one')),
      others().then(() => order.push('the others')),
    ])
    expect(order).toEqual(['the others', 'the slow one'])
    expect(await lake.client.fetch('count(*[seen])', {}, { perspective: 'raw' })).toBe(0)
    expect(await lake.client.fetch('count(*)', {}, { perspective: 'raw' })).toBe(documents.length)
  })
})

test('many who each take what is free take nothing twice', async ({ lake }) => {
  const seats = Array.from({ length: 40 }, (_, index) => ({ _id: `seat${index}`, _type: 'seat' }))
  await lake.client.mutate([...seats, { _id: 'clock', _type: 'clock', n: 0 }].map((create) => ({ create })))
  let isTaken = false
  const ticking = async () => {
    while (!isTaken) await lake.client.patch('clock').inc({ n: 1 }).commit()
  }
  const guests = seats.map((_, guest) =>
    lake.client.mutate([
      { createIfNotExists: { _id: `guest${guest}`, _type: 'guest' } },
      { patch: { query: '*[_type == "seat" && !defined(guest)][0]', set: { guest } } },
    ]),
  )
  const taking = Promise.all(guests).finally(() => {
    isTaken = true
  })
  await Promise.all([ticking(), taking])
  const taken: number[] = await lake.client.fetch('*[_type == "seat"] | order(guest).guest')
  expect(taken).toEqual(seats.map((_, guest) => guest))
})

test('a query finds what its own transaction has made without a name for it', async ({ lake }) => {
  const made = { _type: 'note' }
  const found = { query: '*[_type == "note" && _rev == "T"]', set: { found: true } }
  const { results } = await lake.client.mutate([{ create: made }, { patch: found }], { transactionId: 'T' })
  expect(results).toMatchObject([
    { id: expect.any(String), operation: 'create' },
    { id: results[0]?.id, operation: 'update' },
  ])
  expect(await lake.client.fetch('*[_type == "note"].found')).toEqual([true])
})

test('what is still being worked out for a dataset that is deleted meanwhile is not done', async ({
  lake,
}) => {
  const other = lake.client.withConfig({ dataset: 'other' })
  await lake.client.datasets.create('other', { aclMode: 'public' })
  await other.create({ _id: 'a', _type: 'note' })
  const late = [{ create: { _id: 'b', _type: 'note' } }, { patch: { query: '*[_id == "b"]', set: { n: 1 } } }]
  await Promise.allSettled([other.mutate(late), lake.client.datasets.delete('other')])
  await lake.client.datasets.create('other', { aclMode: 'public' })
  expect(await other.fetch('*')).toEqual([])
})

test('a query sees the references that its transaction has made and undone', async ({ lake }) => {
  const recap = { _type: 'recap', author: { _type: 'reference', _ref: 'a' } }
  await lake.client.create({ _id: 'a', _type: 'author' })
  await lake.client.create({ _id: 'before', ...recap })
  await lake.client
    .transaction()
    .create({ _id: 'after', ...recap })
    .patch('before', { unset: ['author'] })
    .patch({ query: '*[references("a")]' }, { set: { isFound: true } })
    .commit()
  expect(await lake.client.fetch('*[isFound]._id')).toEqual(['after'])
})
