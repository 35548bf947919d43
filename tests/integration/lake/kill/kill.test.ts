import { setTimeout as pause } from 'node:timers/promises'
import type { SanityClient } from '@sanity/client'
import { expect, onTestFinished } from 'vitest'
import type { StoredDocument } from '../../../../scripts/lake/document.ts'
import { clientOf, test } from '../../../support/lake.ts'
import { addressOf, killLake, spawnLake } from '../../../support/lake-process.ts'
import { randomSource } from '../../../support/random.ts'
import { startDoor } from './door.ts'
import { expectUnbroken, type LogLine, readLog } from './history.ts'
import { idsOf, shared } from './notes.ts'
import { Pace } from './pace.ts'
import { Replica } from './replica.ts'
import { stored, type Writer, write } from './writer.ts'

const names = ['ann', 'ben', 'cat', 'dan']
const allIds = [shared, ...names.flatMap(idsOf)]

/** What there is after many kills, and everything that was heard and acknowledged on the way. */
type Aftermath = {
  client: SanityClient
  writers: Writer[]
  replicas: Replica[]
  log: LogLine[]
  documents: Map<string, StoredDocument>
  /** Ids of the transactions that were no writer's. */
  marks: string[]
}

test('kill -9 in the middle of writes, many times: nothing is lost, halved, or heard twice', async ({
  dataDir,
}) => {
  const { client, writers, replicas, log, documents, marks } = await killManyTimes(dataDir, {
    seed: 1,
    kills: 12,
  })

  const transactions = log.map(({ id }) => id)
  expect(transactions.toSorted()).toEqual(
    [...marks, ...writers.flatMap(({ acknowledged }) => acknowledged)].toSorted(),
  )
  for (const id of allIds) expect(expectUnbroken(id, documents.get(id), log), id).toBeNull()
  await expectKept(client, writers, documents)
  const steps = log.filter(({ id, documentIDs }) => !marks.includes(id) && documentIDs.includes(shared))
  expect(documents.get(shared)?.count).toBe(steps.length)
  expectFollowed(replicas, documents)
  expectGreetings(replicas)
  for (const replica of replicas)
    expect(transactions).toEqual(expect.arrayContaining([...replica.transactions]))
})

test('the same with a history that forgets', async ({ dataDir }) => {
  const megabytes = 0.2
  const { client, writers, replicas, log, documents } = await killManyTimes(dataDir, {
    seed: 2,
    kills: 4,
    options: ['--history-megabytes', String(megabytes)],
  })

  const transactions = log.map(({ id }) => id)
  for (const { acknowledged } of writers) {
    const own = acknowledged.filter((id) => transactions.includes(id))
    expect(own).toEqual(acknowledged.slice(acknowledged.length - own.length))
    expect(own.length).toBeLessThan(acknowledged.length)
  }
  for (const id of allIds) expectUnbroken(id, documents.get(id), log)
  await expectKept(client, writers, documents)
  expectFollowed(replicas, documents)
  expectGreetings(replicas)
})

/** Every document is what its writer's transactions, in order, make of it. */
async function expectKept(
  client: SanityClient,
  writers: Writer[],
  documents: Map<string, StoredDocument>,
): Promise<void> {
  const expected = new Map(writers.flatMap((writer) => [...writer.notes()]))
  expect(await stored(names.flatMap(idsOf), client)).toEqual(expected)
  expect([...documents.keys()].toSorted()).toEqual([shared, ...expected.keys()].toSorted())
}

/** What listeners made of the events is what there is. */
function expectFollowed(replicas: Replica[], documents: Map<string, StoredDocument>): void {
  for (const replica of replicas) {
    expect(replica.faults).toEqual([])
    expect(replica.documents).toEqual(documents)
  }
}

function expectGreetings(replicas: Replica[]): void {
  const [plain, resumable] = replicas.map(({ greetings }) => new Set(greetings))
  expect(plain).toEqual(new Set(['welcome']))
  expect(resumable).toEqual(new Set(['welcome', 'welcomeback', 'reset']))
}

async function killManyTimes(
  dataDir: string,
  { seed, kills, options = [] }: { seed: number; kills: number; options?: string[] },
): Promise<Aftermath> {
  const random = randomSource(seed)
  const door = await startDoor()
  onTestFinished(() => door.close())
  const start = async () => {
    const child = spawnLake(dataDir, options)
    onTestFinished(() => killLake(child))
    const address = await addressOf(child)
    door.open(address.url)
    return { child, address }
  }

  let lake = await start()
  const client = clientOf({ ...lake.address, url: door.url })
  await client.mutate([{ create: { _id: shared, _type: 'counter', count: 0 } }], { transactionId: 'first' })
  const replicas = (['plain', 'resumable'] as const).map(
    (manner) => new Replica(client.withConfig({ maxRetries: 5 }), manner),
  )
  onTestFinished(() => {
    for (const replica of replicas) replica.stop()
  })
  const all = (condition: (replica: Replica) => boolean) =>
    Promise.all(replicas.map((replica) => replica.until(() => condition(replica))))
  await all(({ greetings }) => greetings.length > 0)

  const marks = ['first']
  const pace = new Pace()
  let isOver = false
  const writing = Promise.all(
    names.map((name, index) =>
      write(
        name,
        { client, door, random: randomSource(seed * 100 + index) },
        () => pace.step(),
        () => isOver,
      ),
    ),
  )
  const goOn = (count: number) => Promise.race([pace.reach(count), writing])
  // Whoever hears of something new is connected.
  const allHear = () => {
    const heard = new Map(replicas.map((replica) => [replica, replica.transactions.size]))
    return all((replica) => replica.transactions.size > (heard.get(replica) ?? 0))
  }
  const readAll = async () => {
    const found = await client.fetch<StoredDocument[]>('*', {}, { perspective: 'raw' })
    return new Map(found.map((document) => [document._id, document]))
  }
  // What was missed has to come afterwards: after a kill it would be read anew, and nobody would see a loss.
  const breakConnections = async (mark: string) => {
    await allHear()
    const known = new Map(replicas.map((replica) => [replica, replica.greetings.length]))
    // Few enough for the lake to remember them all until the listeners are back.
    const held = pace.holdAfter(40, names.length)
    door.cut()
    await Promise.race([held, writing])
    await all((replica) => replica.greetings.length > (known.get(replica) ?? 0))
    await client.patch(shared).set({ mark }).commit({ transactionId: mark })
    marks.push(mark)
    await all(({ transactions }) => transactions.has(mark))
    expectFollowed(replicas, await readAll())
    pace.release()
  }

  for (let kill = 0; kill < kills; kill++) {
    await goOn(5 + random.below(40))
    if (kill % 2 === 0) await breakConnections(`mark-${kill}`)
    await goOn(1 + random.below(40))
    // Not to wait for anything: a crash does not come just after an answer.
    await pause(random.below(8))
    door.shut()
    await killLake(lake.child)
    if (random.below(4) === 0) {
      const early = spawnLake(dataDir, options)
      await pause(random.below(400))
      await killLake(early)
    }
    lake = await start()
  }
  await allHear()
  isOver = true
  const writers = await writing
  await client.patch(shared).set({ mark: 'last' }).commit({ transactionId: 'last' })
  marks.push('last')
  await all(({ transactions }) => transactions.has('last'))

  const log = await readLog(lake.address, allIds)
  return { client, writers, replicas, log, documents: await readAll(), marks }
}
