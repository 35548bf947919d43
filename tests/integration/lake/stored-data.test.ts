import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect } from 'vitest'
import { startLake } from '../../../scripts/lake/start.ts'
import { migrate } from '../../../scripts/lake/store/migrate.ts'
import { clientOf, type TestLake, test } from '../../support/lake.ts'

const note = { _id: 'a', _type: 'note' }
const longText = Array.from({ length: 200 }, (_, index) => `Sentence ${index} of many.`).join(' ')

describe('history', () => {
  test('keeps no copies of a document that is edited, published and edited again', async ({ lake }) => {
    const ids = { publishedId: 'a', draftId: 'drafts.a' }
    await lake.client.create({ ...note, _id: 'drafts.a', body: longText })
    for (let round = 0; round < 20; round++) {
      const patch = { set: { round } }
      await lake.client.action({ actionType: 'sanity.action.document.edit', ...ids, patch })
      await lake.client.action({ actionType: 'sanity.action.document.publish', ...ids })
    }
    const size = sizeOfHistory(lake)
    expect(size.changes).toBe(1 + 20 * 3)
    expect(size.characters).toBeLessThan(longText.length * 2)
    const { documents } = await lake.client.request({
      url: '/data/history/production/documents/drafts.a',
      query: { time: '2100-01-01T00:00:00Z' },
    })
    expect(documents).toEqual([])
    expect(await bodiesAt(lake, 'drafts.a')).toEqual(Array.from({ length: 21 }, () => longText))
  })

  test('can be limited by age', async ({ dataDir }) => {
    const first = await startLake({ dataDir, port: 0 })
    await clientOf(first).create(note)
    await clientOf(first).patch('a').set({ n: 2 }).commit({ transactionId: 'old' })
    await clientOf(first).patch('a').set({ n: 3 }).commit({ transactionId: 'new' })
    await first.close()
    changeStored(dataDir, `update transactions set timestamp = '2020-01-01T00:00:00.000Z' where id <> 'new'`)
    const second = await startLake({ dataDir, port: 0, history: { maximumAgeDays: 30 } })
    expect(await transactionsOf(second)).toEqual(['new'])
    expect(await clientOf(second).getDocument('a')).toMatchObject({ n: 3 })
    await second.close()
  })

  test('can be limited by size, and the newest change always stays', async ({ dataDir }) => {
    const first = await startLake({ dataDir, port: 0 })
    await clientOf(first).create({ ...note, text: longText })
    for (let n = 0; n < 5; n++) {
      const text = `${n}${longText.toUpperCase().slice(n * 100)}`
      await clientOf(first)
        .patch('a')
        .set({ text })
        .commit({ transactionId: `T${n}` })
    }
    await first.close()
    const second = await startLake({ dataDir, port: 0, history: { maximumMegabytes: 0.02 } })
    const kept = await transactionsOf(second)
    expect(kept.length).toBeGreaterThan(1)
    expect(kept).toEqual(['T0', 'T1', 'T2', 'T3', 'T4'].slice(-kept.length))
    expect(sizeOfHistory({ dataDir }).characters).toBeLessThanOrEqual(0.02 * 2 ** 20)
    await second.close()
    const third = await startLake({ dataDir, port: 0, history: { maximumMegabytes: 0 } })
    expect(await transactionsOf(third)).toEqual(['T4'])
    expect(await clientOf(third).fetch('*[_id == "a"][0].text')).toMatch(/^4/)
    await third.close()
  })
})

test('data that an older version wrote is brought over, with its history', async ({ dataDir }) => {
  writeFormat1(path.join(dataDir, 'lake.sqlite'))
  const lake = await startLake({ dataDir, port: 0 })
  const client = clientOf(lake)
  expect(await client.fetch('*', {}, { perspective: 'raw' })).toEqual([
    { ...stored('a', 'T3'), n: 2, text: longText, by: { _ref: 'b' } },
    stored('b', 'T1'),
  ])
  expect(await client.fetch('*[references("b")]._id')).toEqual(['a'])
  await expect(client.delete('b')).rejects.toThrow('references to it from "a"')
  const at = async (id: string, revision: string) =>
    (await client.request({ url: `/data/history/production/documents/${id}`, query: { revision } })).documents
  expect(await at('a', 'T1')).toEqual([{ ...stored('a', 'T1'), n: 1, text: longText, by: { _ref: 'b' } }])
  expect(await at('gone', 'T1')).toEqual([stored('gone', 'T1')])
  expect(await at('gone', 'T2')).toEqual([])
  expect(await transactionsOf(lake)).toEqual(['T1', 'T3'])
  await client.patch('a').set({ n: 3 }).commit({ transactionId: 'T4' })
  expect(await at('a', 'T3')).toMatchObject([{ n: 2 }])
  await lake.close()
})

test('data is of the new format as soon as it is brought over, though the start goes no further', async ({
  dataDir,
}) => {
  const file = path.join(dataDir, 'lake.sqlite')
  writeFormat1(file)
  const database = new DatabaseSync(file)
  migrate(database)
  database.close()
  const lake = await startLake({ dataDir, port: 0 })
  expect(await clientOf(lake).getDocument('a')).toMatchObject({ n: 2 })
  await lake.close()
})

/** What the first format of the data was, with a transaction of each kind in it. */
function writeFormat1(file: string): void {
  const database = new DatabaseSync(file)
  database.exec(`
    create table datasets (name text primary key, acl_mode text not null, created_at text not null) strict;
    create table documents (dataset text not null, id text not null, body text not null, primary key (dataset, id)) strict;
    create table transactions (sequence integer primary key autoincrement, dataset text not null, id text not null,
      timestamp text not null, author text not null, actions text not null, unique (dataset, id)) strict;
    create table changes (dataset text not null, sequence integer not null, position integer not null,
      document text not null, before text, mutations text not null, primary key (sequence, position)) strict, without rowid;
    create index changes_by_document on changes (dataset, document, sequence);
    create table settings (key text primary key, value text not null, updated_at text not null) strict;
    pragma user_version = 1;
    insert into datasets values ('production', 'public', '2026-01-01T00:00:00Z')
  `)
  const a = { ...stored('a', 'T1'), n: 1, text: longText, by: { _ref: 'b' } }
  const put = database.prepare(`insert into documents values ('production', ?, ?)`)
  put.run('a', JSON.stringify({ ...a, n: 2, _rev: 'T3' }))
  put.run('b', JSON.stringify(stored('b', 'T1')))
  const transaction = database.prepare(
    `insert into transactions (dataset, id, timestamp, author, actions) values ('production', ?, '2026-01-01T00:00:00.000Z', 'organiser', '[]')`,
  )
  for (const id of ['T1', 'T2', 'T3']) transaction.run(id)
  const change = database.prepare(`insert into changes values ('production', ?, ?, ?, ?, ?)`)
  change.run(1, 0, 'b', null, JSON.stringify([{ create: { _id: 'b', _type: 'note' } }]))
  change.run(1, 1, 'a', null, JSON.stringify([{ create: a }]))
  change.run(1, 2, 'gone', null, JSON.stringify([{ create: { _id: 'gone', _type: 'note' } }]))
  change.run(2, 0, 'gone', JSON.stringify(stored('gone', 'T1')), JSON.stringify([{ delete: { id: 'gone' } }]))
  change.run(3, 0, 'a', JSON.stringify(a), JSON.stringify([{ patch: { id: 'a', set: { n: 2 } } }]))
  database.close()
}

function stored(_id: string, _rev: string): object {
  return { _id, _type: 'note', _rev, _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
}

function changeStored(dataDir: string, sql: string): void {
  const database = new DatabaseSync(path.join(dataDir, 'lake.sqlite'))
  database.exec(sql)
  database.close()
}

function sizeOfHistory({ dataDir }: Pick<TestLake, 'dataDir'>): { changes: number; characters: number } {
  const database = new DatabaseSync(path.join(dataDir, 'lake.sqlite'), { readOnly: true })
  const row = database
    .prepare('select count(*) as changes, sum(length(revert) + length(mutations)) as characters from changes')
    .get()
  database.close()
  return { changes: Number(row?.changes), characters: Number(row?.characters) }
}

async function transactionsOf(lake: { url: string; token: string }): Promise<string[]> {
  const log = await fetch(`${lake.url}/v1/data/history/production/transactions/a`, {
    headers: { authorization: `Bearer ${lake.token}` },
  })
  return (await log.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id)
}

/** The body of a document after each of its transactions in which it was still there. */
async function bodiesAt({ client }: TestLake, id: string): Promise<string[]> {
  const log: string = await client.request({ url: `/data/history/production/transactions/${id}` })
  const lines = typeof log === 'string' ? log.trim().split('\n') : [JSON.stringify(log)]
  const bodies: string[] = []
  for (const line of lines) {
    const revision: string = JSON.parse(line).id
    const url = `/data/history/production/documents/${id}`
    const { documents } = await client.request({ url, query: { revision } })
    bodies.push(...documents.map(({ body }: { body: string }) => body))
  }
  return bodies
}
