import { applyPatch, type RawPatch } from 'mendoza'
import { describe, expect } from 'vitest'
import { type TestLake, test } from '../../support/lake.ts'

const draft = { _id: 'drafts.a', _type: 'note', text: 'one' }
const ids = { publishedId: 'a', draftId: 'drafts.a' }

/** Made, edited, published, edited again, unpublished, deleted. */
async function live({ client }: TestLake): Promise<void> {
  await client.mutate([{ create: draft }], { transactionId: 'T1' })
  await client.mutate([{ patch: { id: 'drafts.a', set: { text: 'two' } } }], { transactionId: 'T2' })
  await client.action({ actionType: 'sanity.action.document.publish', ...ids }, { transactionId: 'T3' })
  const patch = { set: { text: 'three' } }
  await client.action({ actionType: 'sanity.action.document.edit', ...ids, patch }, { transactionId: 'T4' })
  await client.action({ actionType: 'sanity.action.document.unpublish', ...ids }, { transactionId: 'T5' })
  await client.mutate([{ delete: { id: 'drafts.a' } }], { transactionId: 'T6' })
}

describe('a document at a revision', () => {
  test.for([
    ['drafts.a', 'T1', 'one'],
    ['drafts.a', 'T2', 'two'],
    ['drafts.a', 'T3', undefined],
    ['a', 'T3', 'two'],
    ['drafts.a', 'T4', 'three'],
    ['a', 'T4', undefined],
    ['a', 'T5', undefined],
    ['drafts.a', 'T6', undefined],
    ['drafts.a', 'never', undefined],
  ] as const)('%s at %s: %s', async ([id, revision, text], { lake }) => {
    await live(lake)
    const { documents } = await lake.client.request({
      url: `/data/history/production/documents/${id}`,
      query: { revision },
    })
    expect(documents).toMatchObject(text === undefined ? [] : [{ _id: id, _rev: revision, text }])
  })
})

test('a document at a time', async ({ lake }) => {
  await live(lake)
  const log = await transactions(lake, 'drafts.a')
  const at = async (time = '') => {
    const { documents } = await lake.client.request({
      url: '/data/history/production/documents/drafts.a',
      query: { time },
    })
    return documents.map(({ text }: { text: string }) => text)
  }
  // Two transactions may share a millisecond: the later one then counts.
  const second = log.findLast(({ timestamp }) => timestamp === log[1]?.timestamp)
  expect(await at(log[1]?.timestamp)).toEqual(second?.id === 'T2' ? ['two'] : await at(second?.timestamp))
  expect(await at('2020-01-01T00:00:00Z')).toEqual([])
  expect(await at('2100-01-01T00:00:00Z')).toEqual([])
})

describe('the transaction log', () => {
  test('tells who did what to which document, and how to undo it', async ({ lake }) => {
    await live(lake)
    const log = await transactions(lake, 'drafts.a,a', { effectFormat: 'mendoza' })
    expect(log.map(({ id, documentIDs, author }) => [id, documentIDs, author])).toEqual([
      ['T1', ['drafts.a'], 'organiser'],
      ['T2', ['drafts.a'], 'organiser'],
      ['T3', ['a', 'drafts.a'], 'organiser'],
      ['T4', ['drafts.a'], 'organiser'],
      ['T5', ['a'], 'organiser'],
      ['T6', ['drafts.a'], 'organiser'],
    ])
    expect(log[1]).toMatchObject({
      mutations: [{ patch: { id: 'drafts.a', set: { text: 'two' } } }],
    })
    // Short patches where something changed, whole documents where one came or went.
    const { apply, revert } = log[1]?.effects?.['drafts.a'] ?? { apply: [], revert: [] }
    const [one, two] = [await contentAt(lake, 'T1'), await contentAt(lake, 'T2')]
    expect(applyPatch(one, apply)).toEqual(two)
    expect(applyPatch(two, revert)).toEqual(one)
    expect(JSON.stringify([apply, revert])).not.toContain('note')
    expect(log[2]?.effects).toMatchObject({
      a: { apply: [0, { text: 'two' }], revert: [0, null] },
      'drafts.a': { apply: [0, null], revert: [0, { text: 'two' }] },
    })
  })

  test.for([
    [{ limit: '2' }, ['T1', 'T2']],
    [{ reverse: 'true', limit: '2' }, ['T6', 'T4']],
    [{ fromTransaction: 'T2', toTransaction: 'T4' }, ['T2', 'T3', 'T4']],
    [{ toTransaction: 'T3', reverse: 'true' }, ['T3', 'T2', 'T1']],
  ] as const)('%j', async ([parameters, expected], { lake }) => {
    await live(lake)
    expect((await transactions(lake, 'drafts.a', parameters)).map(({ id }) => id)).toEqual(expected)
  })

  test('leaves the content out where it is not wanted', async ({ lake }) => {
    await live(lake)
    expect((await transactions(lake, 'a', { excludeContent: 'true' }))[0]).not.toHaveProperty('mutations')
  })
})

test('a document that comes and goes within one transaction leaves no trace', async ({ lake }) => {
  const brief = { _id: 'brief', _type: 'note' }
  await lake.client
    .transaction()
    .create(brief)
    .create({ ...brief, _id: 'stays' })
    .delete('brief')
    .commit()
  expect(await transactions(lake, 'stays,brief')).toMatchObject([{ documentIDs: ['stays'] }])
})

describe('the events of a document, newest first', () => {
  test.for([
    [
      'drafts.a',
      [
        ['deleteDocumentVersion', { versionRevisionId: 'T4' }],
        ['createDocumentVersion', { versionRevisionId: 'T4' }],
        [
          'publishDocumentVersion',
          { versionRevisionId: 'T2', revisionId: 'T3', publishCause: 'document.publish' },
        ],
        ['createDocumentVersion', { versionRevisionId: 'T1' }],
      ],
    ],
    [
      'a',
      [
        ['unpublishDocument', {}],
        ['publishDocumentVersion', { versionRevisionId: 'T2', revisionId: 'T3' }],
      ],
    ],
  ] as const)('of %s', async ([id, expected], { lake }) => {
    await live(lake)
    await lake.client.create({ ...draft, _id: 'b' })
    const { events } = await eventsOf(lake, id)
    expect(Object.keys(events)).toEqual([id])
    expect(events[id]).toMatchObject(
      expected.map(([type, details]) => ({ type, documentId: 'a', author: 'organiser', ...details })),
    )
    expect(events[id]).toHaveLength(expected.length)
  })

  test('taken off the site without a draft: the draft begins with it', async ({ lake }) => {
    await lake.client.mutate([{ create: { ...draft, _id: 'a' } }], { transactionId: 'T1' })
    await lake.client.action(
      { actionType: 'sanity.action.document.unpublish', ...ids },
      { transactionId: 'T2' },
    )
    const unpublication = {
      id: 'T2',
      type: 'unpublishDocument',
      versionId: 'drafts.a',
      versionRevisionId: 'T2',
    }
    expect((await eventsOf(lake, 'a')).events.a).toMatchObject([
      unpublication,
      { id: 'T1', type: 'createLiveDocument', revisionId: 'T1' },
    ])
    expect((await eventsOf(lake, 'drafts.a')).events['drafts.a']).toMatchObject([
      unpublication,
      { id: 'T2', type: 'createDocumentVersion', versionRevisionId: 'T2' },
    ])
  })

  test('written past the draft, and deleted', async ({ lake }) => {
    await lake.client.mutate([{ create: { ...draft, _id: 'a' } }], { transactionId: 'T1' })
    await lake.client.mutate([{ patch: { id: 'a', set: { text: 'two' } } }], { transactionId: 'T2' })
    await lake.client.mutate([{ create: draft }], { transactionId: 'T3' })
    await lake.client.action(
      { actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts: ['drafts.a'] },
      { transactionId: 'T4' },
    )
    const types = async (id: string) => (await eventsOf(lake, id)).events[id]?.map(({ type }) => type)
    expect(await types('a')).toEqual(['deleteDocumentGroup', 'updateLiveDocument', 'createLiveDocument'])
    expect(await types('drafts.a')).toEqual(['deleteDocumentGroup', 'createDocumentVersion'])
  })

  test('of a release: what happens to the draft is none of its events', async ({ lake }) => {
    const version = { ...draft, _id: 'versions.summer.a' }
    await lake.client.mutate([{ create: version }, { create: draft }], { transactionId: 'T1' })
    await lake.client.action(
      { actionType: 'sanity.action.document.publish', ...ids },
      { transactionId: 'T2' },
    )
    expect((await eventsOf(lake, version._id)).events[version._id]).toMatchObject([
      { type: 'createDocumentVersion', versionId: version._id, releaseId: 'summer', versionRevisionId: 'T1' },
    ])
  })

  test('made and published at once', async ({ lake }) => {
    const attributes = { _id: 'drafts.a', _type: 'note', text: 'one' }
    await lake.client.action(
      [
        { actionType: 'sanity.action.document.create', publishedId: 'a', attributes, ifExists: 'fail' },
        { actionType: 'sanity.action.document.publish', ...ids },
      ],
      { transactionId: 'T1' },
    )
    for (const id of ['a', 'drafts.a']) {
      const { events } = await eventsOf(lake, id)
      expect(events[id]).toMatchObject([{ id: 'T1', type: 'publishDocumentVersion', revisionId: 'T1' }])
    }
  })

  test('page by page, also when something happens between them', async ({ lake }) => {
    await live(lake)
    const first = await eventsOf(lake, 'drafts.a', { limit: '2' })
    await lake.client.create(draft)
    const second = await eventsOf(lake, 'drafts.a', { limit: '2', nextCursor: first.nextCursor })
    const all = await eventsOf(lake, 'drafts.a')
    expect([...(first.events['drafts.a'] ?? []), ...(second.events['drafts.a'] ?? [])]).toEqual(
      all.events['drafts.a']?.slice(1),
    )
    expect([second.nextCursor, all.nextCursor]).toEqual(['', ''])
  })
})

type Events = { events: Record<string, { id: string; type: string }[]>; nextCursor: string }

function eventsOf({ client }: TestLake, id: string, query: Record<string, string> = {}): Promise<Events> {
  return client.request({ url: `/data/history/production/events/documents/${id}`, query })
}

/** Revisions are not part of effects. */
async function contentAt({ client }: TestLake, revision: string): Promise<object> {
  const url = '/data/history/production/documents/drafts.a'
  const { _rev, ...content } = (await client.request({ url, query: { revision } })).documents[0]
  return content
}

type LogLine = {
  id: string
  timestamp: string
  author: string
  documentIDs: string[]
  mutations?: object[]
  effects?: Record<string, { apply: RawPatch; revert: RawPatch }>
}

async function transactions(lake: TestLake, documentIds: string, parameters = {}): Promise<LogLine[]> {
  const search = new URLSearchParams(parameters)
  const response = await fetch(
    `${lake.url}/v1/data/history/production/transactions/${documentIds}?${search}`,
    {
      headers: { authorization: `Bearer ${lake.token}` },
    },
  )
  const text = await response.text()
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
