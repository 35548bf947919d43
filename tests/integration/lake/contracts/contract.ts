import type { SanityClient } from '@sanity/client'
import { expect } from 'vitest'
import { listenTo } from '../../../support/listening.ts'

export type Fields = Record<string, unknown>

/** A request, what was there before, and what has to be there, answered and told after it. */
export type Contract = {
  name: string
  before?: Fields[]
  /** Documents by id without what the lake adds; null for gone. The others have to be as they were. */
  after?: Record<string, Fields | null>
  events?: [documentId: string, transition: string][]
  error?: { status: number; type?: string; message: string }
}

/**
 * @param send makes the request, with the transaction id `T1`
 * @returns the answer, or undefined where the request was refused
 */
export async function expectContract(
  client: SanityClient,
  { before = [], after = {}, events: expected = [], error }: Contract,
  send: () => Promise<Fields>,
): Promise<Fields | undefined> {
  for (const document of before) await client.create(document as { _id: string; _type: string })
  const stored = await stateOf(client)
  const listening = await listenTo(client, '*', { includeResult: true, includeAllVersions: true })

  const answer = await answered(send(), error)

  const documents = Object.values(await stateOf(client))
  const wanted = { ...Object.fromEntries(before.map((document) => [document._id, document])), ...after }
  expect(Object.fromEntries(documents.map((document) => [document._id, content(document)]))).toEqual(
    Object.fromEntries(Object.entries(wanted).filter(([, document]) => document !== null)),
  )
  if (error) expect(await stateOf(client)).toEqual(stored)

  // One more change tells that no event is still to come.
  await client.create({ _id: 'end', _type: 'end' })
  const events = await listening.take(expected.length + 1)
  listening.stop()
  expect(events.map((event) => [event.documentId, event.transition])).toEqual([
    ...expected,
    ['end', 'appear'],
  ])
  for (const [index, event] of events.slice(0, -1).entries()) {
    const id = String(event.documentId)
    expect(event).toMatchObject({
      transactionId: 'T1',
      eventId: `T1#${id}`,
      transactionCurrentEvent: index + 1,
      transactionTotalEvents: expected.length,
    })
    expect(event.previousRev).toBe(stored[id]?._rev)
    expect(event.resultRev).toBe('T1')
    if (event.transition !== 'disappear') expect(event.result).toMatchObject({ _id: id, _rev: 'T1' })
  }
  return answer
}

async function answered(sent: Promise<Fields>, error: Contract['error']): Promise<Fields | undefined> {
  if (!error) return sent
  const reason = await sent.then(
    (answer) => expect.fail(`Answered with ${JSON.stringify(answer)}`),
    (refusal) => refusal,
  )
  expect(reason.message).toContain(error.message)
  expect(reason.statusCode).toBe(error.status)
  if (error.type) expect(reason.details.items[0].error.type).toBe(error.type)
  return undefined
}

async function stateOf(client: SanityClient): Promise<Record<string, Fields>> {
  const documents: Fields[] = await client.fetch('*', {}, { perspective: 'raw' })
  return Object.fromEntries(documents.map((document) => [document._id, document]))
}

function content({ _rev, _createdAt, _updatedAt, ...fields }: Fields): Fields {
  return fields
}
