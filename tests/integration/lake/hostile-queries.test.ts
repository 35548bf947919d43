import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { test } from '../../support/lake.ts'

const documents = Array.from({ length: 3000 }, (_, index) => ({
  _id: `n${index}`,
  _type: 'note',
  index,
  numbers: Array.from({ length: 60 }, (_, number) => number),
}))

const nested = 'count(*[count(*[count(*[_id > ^._id && _id > ^.^._id]) > 0]) > 0])'
/** Looks at no other documents, so that there is nothing at which it could be stopped but its thread. */
const spinning =
  'count(*[count(numbers[count(^.numbers[count(^.^.numbers[count(^.^.^.numbers[@ > 0]) > 0]) > 0]) > 0]) > 0])'

describe.for([
  ['one that asks for all documents again and again', nested],
  ['one that looks at nothing but itself', spinning],
] as const)('%s', ([, query]) => {
  test('is stopped, and others are answered meanwhile', async ({ lake }) => {
    await lake.client.mutate(documents.map((document) => ({ create: document })))
    let isStopped = false
    const hostile = Promise.allSettled([1, 2].map(() => lake.client.fetch(query))).finally(() => {
      isStopped = true
    })
    let answered = 0
    while (!isStopped) {
      expect(await lake.client.fetch('*[_id == "n7"][0].index')).toBe(7)
      expect(await lake.client.fetch('*[_type == "note"] | order(index desc)[0].index')).toBe(2999)
      await lake.client.patch('n8').set({ answered }).commit()
      answered += 1
      await pause(50)
    }
    for (const outcome of await hostile) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: {
          statusCode: 504,
          message: expect.stringContaining('The query was stopped after 8 seconds'),
        },
      })
    }
    // A lake that waits for each hostile query comes to a handful.
    expect(answered).toBeGreaterThan(10)
    expect(lake.reports).toEqual([])
    expect(await lake.client.fetch('count(*)')).toBe(documents.length)
  })
})

test('one whose answer needs more memory than there is ends alone', async ({ lake }) => {
  await lake.client.mutate(documents.slice(0, 1000).map((document) => ({ create: document })))
  const everything = '*{"a": *{"b": *{"c": *{...}}}}'
  await expect(lake.client.fetch(everything)).rejects.toMatchObject({ statusCode: expect.any(Number) })
  expect(await lake.client.fetch('count(*)')).toBe(1000)
})

test('more than can wait are turned away', async ({ lake }) => {
  await lake.client.mutate(documents.map((document) => ({ create: document })))
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      lake.client.fetch(`${nested} + ${index}`, {}, { signal: AbortSignal.timeout(4000) }),
    ),
  )
  const refused = outcomes.filter((one) => one.status === 'rejected' && one.reason.statusCode === 503)
  expect(refused.length).toBeGreaterThan(0)
  // Those who have given up take nobody's place.
  await expect(lake.client.fetch(nested)).rejects.toMatchObject({ statusCode: 504 })
  expect(await lake.client.fetch('*[_id == "n7"][0].index')).toBe(7)
})

test.for([
  ['many of them', spinning],
  // The parser takes seconds for it.
  ['many that are long', `count(*[${Array.from({ length: 8000 }, () => 'a == 1').join(' && ')}])`],
] as const)('a list that nobody has asked for before does not wait for %s', async ([, query], { lake }) => {
  await lake.client.mutate(documents.map((document) => ({ create: document })))
  const leaving = new AbortController()
  let refused = 0
  const hostile = Array.from({ length: 12 }, (_, index) =>
    lake.client.fetch(`${query} + ${index}`, {}, { signal: leaving.signal }).catch(() => {
      refused += 1
    }),
  )
  // By now they have arrived.
  await pause(500)
  expect(await lake.client.fetch('*[_type == "note"] | order(index desc)[0].index')).toBe(2999)
  expect(refused).toBe(0)
  leaving.abort()
  await Promise.all(hostile)
})

test('one whose sender has gone is not gone on with', async ({ lake }) => {
  await lake.client.mutate(documents.map((document) => ({ create: document })))
  // Of the expensive kind too, with next to nothing to do.
  const other = () => lake.client.fetch('count([1][count(*[_type == "none" && index > ^]) == 0])')
  expect(await other()).toBe(1)
  await expect(lake.client.fetch(nested, {}, { signal: AbortSignal.timeout(500) })).rejects.toThrow()
  const next = other()
  const itsTime = pause(4000, 'when its time was over')
  expect(await Promise.race([next, itsTime])).toBe(1)
})
