import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningLake, startLake } from '../../../scripts/lake/start.ts'
import type { PullOptions } from '../../../src/cms/pull.ts'
import { Failure } from '../../../src/failure.ts'
import { storedAuthor, storedRecap, toCreate } from '../../support/documents.ts'
import { type Fault, faultProxy } from '../../support/fault-proxy.ts'
import { startFaultServer } from '../../support/fault-server.ts'
import { content, cut, drip, fewer, half, hang, html, reset, status } from '../../support/faults.ts'
import { clientOf } from '../../support/lake.ts'
import { pullInto, saidByFile } from '../../support/mirror.ts'
import { type TestClock, testClock } from '../../support/test-clock.ts'

const patience = { answer: 20_000, progress: 60_000, total: 900_000 }
/** So small that one pull needs many requests. */
const pages = { recent: 2, listed: 2, whole: 2 }

let lake: RunningLake
let folder: string
/** Files of mirrors: as they were pulled before the lake changed, and afterwards. */
let old: string
let oldSays: string
let newSays: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'))
  lake = await startLake({ dataDir: folder, port: 0, allowedOrigins: [], report: () => undefined })
  const client = clientOf(lake)
  const first = client.transaction().create(toCreate(storedAuthor('ada')))
  for (const id of ['one', 'two', 'three']) first.create(toCreate(storedRecap(id)))
  await first.commit()
  old = join(folder, 'old.sqlite')
  await pullInto(old, lake)
  await client.patch('two').set({ title: 'Changed' }).commit()
  await client.delete('one')
  await client.create(toCreate(storedRecap('four')))
  const next = copyOfOld()
  await pullInto(next, lake)
  oldSays = saidByFile(old)
  newSays = saidByFile(next)
})

afterAll(async () => {
  await lake.close()
  rmSync(folder, { recursive: true, force: true })
})

let copies = 0

function copyOfOld(): string {
  const file = join(folder, `mirror-${copies++}.sqlite`)
  copyFileSync(old, file)
  return file
}

type Way = NonNullable<PullOptions['way']>
type Outcome = { failure: Failure | undefined; says: string; requests: number }

/** Pulls through a proxy that misbehaves. */
async function pullThrough(
  way: Way,
  clock: TestClock,
  faultOf: (n: number) => Fault | undefined,
): Promise<Outcome> {
  const file = copyOfOld()
  let requests = 0
  const counted = (n: number) => {
    requests = n
    return faultOf(n)
  }
  const server = await startFaultServer(faultProxy(lake.url, counted))
  try {
    const failure = await pullInto(file, { ...lake, url: server.url }, { way, clock, pages, patience }).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof Failure) return error
        throw error
      },
    )
    return { failure, says: saidByFile(file), requests }
  } finally {
    await server.close()
  }
}

const ways: Way[] = ['whole', 'quick']

describe.each(ways)('a %s pull', (way) => {
  test.for<[name: string, make: (clock: TestClock) => Fault]>([
    ['status 429 with Retry-After', () => status(429, { 'retry-after': '3' })],
    ['status 503', () => status(503)],
    ['status 500', () => status(500, {}, 'Internal error')],
    ['status 502 with HTML', () => status(502, { 'content-type': 'text/html' }, '<h1>Bad gateway</h1>')],
    ['a reset', () => reset],
    ['a body that is cut off', () => cut],
    ['a body that ends in the middle', () => half],
    ['no answer', hang],
    ['a slow drip', drip],
  ])('gets over %s, whichever request it is', async ([, make]) => {
    let requests = 1
    for (let faulty = 1; faulty <= requests; faulty++) {
      const clock = testClock()
      const faultOf = (n: number) => (n === faulty ? make(clock) : undefined)
      const outcome = await pullThrough(way, clock, faultOf)
      expect(outcome).toEqual({ failure: undefined, says: newSays, requests: expect.any(Number) })
      // A whole pull lists again what was published since a second before it began. Such requests are only needed
      // while the content of this test is younger than that; they are the last, so that none is left out before.
      if (outcome.requests < faulty) break
      expect(clock.pauses).not.toEqual([])
      // With the one that was asked again.
      requests = outcome.requests - 1
    }
    expect(requests).toBeGreaterThan(3)
  })

  test.for<[name: string, make: (clock: TestClock) => Fault, message: RegExp]>([
    ['status 429', () => status(429, { 'retry-after': '7' }), /status 429, Not now \(tried \d+ times\)/],
    ['status 429 for an hour', () => status(429, { 'retry-after': '3600' }), /status 429, Not now\./],
    ['status 503', () => status(503), /status 503.*tried/],
    ['status 500', () => status(500, {}, ''), /status 500, Internal Server Error \(tried/],
    ['resets', () => reset, /no answer came \(.*tried/],
    ['bodies that are cut off', () => cut, /no answer came|cut off/],
    ['bodies that end in the middle', () => half, /cut off \(tried/],
    ['no answers', hang, /no whole answer came in time \(tried 3 times\)/],
    ['slow drips', drip, /no whole answer came in time \(tried 3 times\)/],
    ['HTML with status 200', () => html, /answered, but not with documents: .*Log in/],
    ['no result', () => content(() => undefined), /answered, but not with documents/],
    ['null', () => content(() => null), /answered, but not with documents/],
    ['a list of something else', () => content(() => [{ title: 'x' }]), /answered, but not with documents/],
    ['nothing', () => content(emptied), /nothing of what was published is left \(4 documents\)/],
    ['fewer documents', () => fewer, /says that 4 documents are published|does not hand out/],
    [
      'a wrong token',
      () => status(401, {}, '{"message":"Session not found"}'),
      /status 401, Session not found/,
    ],
    ['no such dataset', () => status(404, {}, '{"error":{"description":"No dataset"}}'), /404, No dataset/],
  ])('ends in time with a clear message and no change: always %s', async ([, make, message]) => {
    const clock = testClock()
    const began = clock.elapsed()
    const fault = make(clock)
    const outcome = await pullThrough(way, clock, () => fault)
    expect(outcome.failure?.message).toMatch(message)
    expect(outcome.failure?.hint).toContain('Nothing was changed')
    expect(outcome.says).toBe(oldSays)
    // The clock moves by seconds.
    expect(clock.elapsed() - began).toBeLessThanOrEqual(patience.progress + 1000)
  })

  test('changes nothing where answers end in the middle of it', async () => {
    let requests = Number.POSITIVE_INFINITY
    for (let good = 1; good < requests; good++) {
      const clock = testClock()
      const faultOf = (n: number) => (n > good ? html : undefined)
      const outcome = await pullThrough(way, clock, faultOf)
      if (!outcome.failure) requests = good
      expect(outcome.says).toBe(outcome.failure ? oldSays : newSays)
    }
    expect(requests).toBeGreaterThan(3)
  })
})

test('says at once that nobody is there', async () => {
  const server = await startFaultServer(() => undefined)
  await server.close()
  const clock = testClock()
  const file = copyOfOld()
  const pulling = pullInto(file, { ...lake, url: server.url }, { clock, patience })
  await expect(pulling).rejects.toMatchObject({ message: expect.stringContaining('ECONNREFUSED') })
  expect(clock.pauses).toEqual([])
  expect(saidByFile(file)).toBe(oldSays)
})

/** As a lake answers that has lost everything. */
function emptied(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? { ...value, documents: [], count: 0 } : value
}
