import { describe, expect } from 'vitest'
import { type TestLake, test } from '../../support/lake.ts'
import { follow } from '../../support/listening.ts'

const note = { _id: 'a', _type: 'note', n: 1 }

describe('live events', () => {
  test('tell that something public has changed, by the tag that queries carry', async ({ lake }) => {
    const { syncTags } = await lake.anonymous.fetch('*', {}, { filterResponse: false })
    const live = await follow(lake.anonymous.live.events())
    expect(live.greeting.type).toBe('welcome')
    await lake.client.create({ ...note, _id: 'drafts.a' })
    await lake.client.mutate([{ create: note }], { transactionId: 'T1' })
    expect(await live.take(1)).toEqual([{ type: 'message', id: 'T1', tags: syncTags }])
    live.stop()
  })

  test('drafts too, with the token', async ({ lake }) => {
    const live = await follow(lake.client.live.events({ includeDrafts: true }))
    await lake.client.mutate([{ create: { ...note, _id: 'drafts.a' } }], { transactionId: 'T1' })
    expect(await live.take(1)).toMatchObject([{ id: 'T1' }])
    live.stop()
  })
})

describe('live events after a break', () => {
  const events = async (lake: TestLake, lastEventId: string | undefined, count: number) => {
    const live = await follow(
      lake.client.withConfig({ headers: lastEventId ? { 'Last-Event-ID': lastEventId } : {} }).live.events(),
    )
    const heard = [live.greeting, ...(await live.take(count))]
    live.stop()
    return heard
  }

  test('go on where they were', async ({ lake }) => {
    const [greeting] = await events(lake, undefined, 0)
    await lake.client.mutate([{ create: note }], { transactionId: 'T1' })
    await lake.client.mutate([{ create: { ...note, _id: 'drafts.a' } }], { transactionId: 'T2' })
    await lake.client.mutate([{ create: { ...note, _id: 'b' } }], { transactionId: 'T3' })
    const heard = await events(lake, String(greeting?.id), 2)
    expect(heard.map(({ type, id }) => [type, id])).toEqual([
      ['welcome', 'T3'],
      ['message', 'T1'],
      ['message', 'T3'],
    ])
  })

  test('begin anew where that is not known', async ({ lake }) => {
    await lake.client.create(note)
    const heard = await events(lake, 'something older', 1)
    expect(heard.map(({ type }) => type)).toEqual(['welcome', 'restart'])
  })
})
