import { createClient, type SanityClient } from '@sanity/client'
import { applyPatch } from 'mendoza'
import { describe, expect } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { studioOrigin, type TestLake, test } from '../../support/lake.ts'
import { follow, listenTo } from '../../support/listening.ts'

const note = { _id: 'a', _type: 'note', n: 1 }

describe('what a listener is told', () => {
  test('only what it asked for, with its own count of the events', async ({ lake }) => {
    const notes = await listenTo(lake.client, '*[_type == "note"]')
    const all = await listenTo(lake.client, '*')
    await lake.client
      .transaction()
      .create(note)
      .create({ _id: 'b', _type: 'other' })
      .create({ ...note, _id: 'c' })
      .commit()
    const seen = (await notes.take(2)).map((event) => [
      event.documentId,
      event.transactionCurrentEvent,
      event.transactionTotalEvents,
    ])
    expect(seen).toEqual([
      ['a', 1, 2],
      ['c', 2, 2],
    ])
    const everything = (await all.take(3)).map((event) => [
      event.documentId,
      event.transactionCurrentEvent,
      event.transactionTotalEvents,
    ])
    expect(everything).toEqual([
      ['a', 1, 3],
      ['b', 2, 3],
      ['c', 3, 3],
    ])
    notes.stop()
    all.stop()
  })

  test('how a document comes and goes for its filter', async ({ lake }) => {
    const listening = await listenTo(lake.client, '*[n > $least]', { params: { least: 5 } })
    await lake.client.create(note)
    for (const n of [9, 8, 2]) await lake.client.patch('a').set({ n }).commit()
    await lake.client.delete('a')
    await lake.client.create({ ...note, n: 7 })
    await lake.client.delete('a')
    const transitions = (await listening.take(5)).map((event) => event.transition)
    expect(transitions).toEqual(['appear', 'update', 'disappear', 'appear', 'disappear'])
    listening.stop()
  })

  test('revisions chain, and a deletion has none', async ({ lake }) => {
    const listening = await listenTo(lake.client, '*[_id == "a"]')
    await lake.client.create(note)
    await lake.client.patch('a').inc({ n: 1 }).commit()
    await lake.client.delete('a')
    const [created, patched, deleted] = await listening.take(3)
    expect(created).not.toHaveProperty('previousRev')
    expect(created?.resultRev).toBe(created?.transactionId)
    expect(patched?.previousRev).toBe(created?.resultRev)
    expect(deleted?.previousRev).toBe(patched?.resultRev)
    expect(deleted?.resultRev).toBe(deleted?.transactionId)
    listening.stop()
  })

  test('mutations, result, previous and effects as they were asked for', async ({ lake }) => {
    await lake.client.create(note)
    const bare = await listenTo(lake.client, '*', { includeResult: false, includeMutations: false })
    const full = await listenTo(lake.client, '*', {
      includePreviousRevision: true,
      effectFormat: 'mendoza',
      visibility: 'query',
    })
    await lake.client.patch('a').set({ n: 2 }).commit()
    const [short] = await bare.take(1)
    for (const field of ['mutations', 'result', 'previous', 'effects'])
      expect(short).not.toHaveProperty(field)
    expect(short?.visibility).toBe('transaction')
    const [long] = await full.take(1)
    expect(long).toMatchObject({
      visibility: 'query',
      mutations: [{ patch: { id: 'a', set: { n: 2 } } }],
      previous: { _id: 'a', n: 1 },
      result: { _id: 'a', n: 2 },
    })
    const { previous, result, effects } = withEffects.parse(long)
    expect(applyPatch(previous, effects.apply)).toEqual(result)
    expect(applyPatch(result, effects.revert)).toEqual(previous)
    bare.stop()
    full.stop()
  })

  test('nothing private without the token', async ({ lake }) => {
    const listening = await listenTo(lake.anonymous, '*')
    await lake.client.create({ ...note, _id: 'drafts.a' })
    await lake.client.create({ ...note, _id: 'secret.a' })
    await lake.client
      .transaction()
      .create({ ...note, _id: 'drafts.b' })
      .create({ ...note, _id: 'b' })
      .commit()
    const [event] = await listening.take(1)
    expect(event).toMatchObject({ documentId: 'b', transactionTotalEvents: 1 })
    listening.stop()
  })

  test.for([
    ['2025-02-18', {}, ['a', 'drafts.a', 'secret.a']],
    ['2025-02-18', { includeAllVersions: true }, ['a', 'drafts.a', 'versions.r.a', 'secret.a']],
    ['2025-02-19', {}, ['a', 'secret.a']],
    ['X', {}, ['a', 'secret.a']],
    ['2025-02-19', { includeAllVersions: true }, ['a', 'drafts.a', 'versions.r.a', 'secret.a']],
  ] as const)('version %s of the API, %j: %j', async ([apiVersion, options, heard], { lake }) => {
    const client = lake.client.withConfig({ apiVersion, ignoreWarnings: /experimental/ })
    const listening = await listenTo(client, '*[_type == "note"]', options)
    const transaction = lake.client.transaction()
    for (const _id of ['a', 'drafts.a', 'versions.r.a', 'secret.a']) transaction.create({ ...note, _id })
    await transaction.commit()
    expect((await listening.take(heard.length)).map((event) => event.documentId)).toEqual(heard)
    listening.stop()
  })

  test.for([
    '*[n == 1]{"others": count(*), text}',
    '*[n == 1] | order(text desc)[5..10]',
    '*[n == 1][0]',
    '*[n == 1].list[]',
    '*[n == 1 && text match text::query("word*")] | score(text match "word")',
  ])('of what the filter of %s finds, whatever comes after it', async (query, { lake }) => {
    const listening = await listenTo(lake.client, query)
    await lake.client.create({ ...note, _id: 'b', n: 2, text: 'a word' })
    await lake.client.create({ ...note, text: 'a word', list: [] })
    expect(await listening.take(1)).toMatchObject([{ documentId: 'a', result: { _id: 'a', text: 'a word' } }])
    listening.stop()
  })

  test.for([
    ['*[', 'GROQ query parse error'],
    ['count(*)', 'has to be a filter'],
    ['*[_id in *[_type == "note"].ref._ref]', 'may not look at other documents'],
  ] as const)('that its query is wrong: %s', async ([query, message], { lake }) => {
    await expect(listenTo(lake.client, query)).rejects.toThrow(message)
  })

  test('that its query is too long', async ({ lake }) => {
    const query = `*[text == "${'x'.repeat(16_400)}"]`
    const response = await fetch(`${lake.url}/v1/data/listen/production?${new URLSearchParams({ query })}`)
    const reader = (response.body ?? expect.fail('no stream'))
      .pipeThrough(new TextDecoderStream())
      .getReader()
    let heard = ''
    while (!heard.includes('channelError')) heard += (await reader.read()).value
    expect(heard).toContain('may have 16384 characters at most')
    await reader.cancel()
  })
})

describe('coming back', () => {
  test('gets what was missed, or is told to read anew', async ({ lake }) => {
    await lake.client.mutate([{ create: note }], { transactionId: 'T1' })
    await lake.client.mutate([{ patch: { id: 'a', set: { n: 2 } } }], { transactionId: 'T2' })
    await lake.client.mutate([{ patch: { id: 'a', set: { n: 3 } } }], { transactionId: 'T3' })

    const back = await listenTo(resuming(lake, 'T1#a'), '*', { enableResume: true })
    expect(back.greeting.type).toBe('welcomeback')
    expect((await back.take(2)).map((event) => event.transactionId)).toEqual(['T2', 'T3'])
    back.stop()

    const lost = await listenTo(resuming(lake, 'T0#a'), '*', { enableResume: true })
    expect(lost.greeting.type).toBe('reset')
    lost.stop()

    const fresh = await listenTo(lake.client, '*', { enableResume: true })
    expect(fresh.greeting.type).toBe('welcome')
    fresh.stop()
  })
})

describe('over a WebSocket', () => {
  test('come the same bytes, so that more than six streams fit into a browser', async ({ lake }) => {
    const client = createClient({ ...lake.client.config(), resolveFetch: () => fetchOverSockets(lake) })
    const listeners = await Promise.all(
      Array.from({ length: 12 }, () => listenTo(client, '*[_type == "note"]', { includeAllVersions: true })),
    )
    await lake.client.create({ ...note, _id: 'drafts.a' })
    for (const listening of listeners) {
      expect(await listening.take(1)).toMatchObject([{ documentId: 'drafts.a', transition: 'appear' }])
      listening.stop()
    }
    const live = await follow(client.live.events({ includeDrafts: true }))
    await lake.client.mutate([{ create: note }], { transactionId: 'T2' })
    expect(await live.take(1)).toMatchObject([{ id: 'T2' }])
    live.stop()
  })
})

test.for([
  ['listener', (client: SanityClient) => client.listen('*', {}, { events: ['welcome'] })],
  ['live events', (client: SanityClient) => client.live.events()],
] as const)('a dataset that is deleted ends its %s for good', async ([, subscribe], { lake }) => {
  await lake.client.datasets.create('other', { aclMode: 'public' })
  const listening = await follow(subscribe(lake.client.withConfig({ dataset: 'other' })))
  const disconnected = expect(listening.take(1)).rejects.toMatchObject({
    name: 'DisconnectError',
    message: expect.stringContaining('The dataset has been deleted'),
  })
  await lake.client.datasets.delete('other')
  await disconnected
})

test('a lake that stops ends its streams', async ({ lake }) => {
  const response = await fetch(`${lake.url}/v1/data/listen/production?query=*`)
  await lake.client.create(note)
  const [text] = await Promise.all([response.text(), lake.close()])
  expect(text).toContain('event: welcome')
  expect(text).toContain('event: mutation')
})

function resuming(lake: TestLake, lastEventId: string) {
  return lake.client.withConfig({ headers: { 'Last-Event-ID': lastEventId } })
}

/** What the Studio does in a browser: event streams over WebSockets, everything else as ever. */
function fetchOverSockets(lake: TestLake): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input))
    if (!/\/data\/(listen|live\/events)\//.test(url.pathname)) return fetch(input, init)
    url.protocol = 'ws:'
    url.searchParams.set('wstoken', lake.token)
    const socket = new WebSocket(url, { origin: studioOrigin })
    const { promise: opened, resolve, reject } = Promise.withResolvers<void>()
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        socket.on('message', (data) => controller.enqueue(new TextEncoder().encode(data.toString())))
      },
      cancel: () => socket.terminate(),
    })
    socket.on('open', resolve).on('error', reject)
    init?.signal?.addEventListener('abort', () => socket.terminate())
    await opened
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
}

/** Revisions are not part of effects. */
const content = z.looseObject({ _rev: z.string() }).transform(({ _rev, ...fields }) => fields)
const withEffects = z.object({
  previous: content,
  result: content,
  effects: z.object({ apply: z.any(), revert: z.any() }),
})
