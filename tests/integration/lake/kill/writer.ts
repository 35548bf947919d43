import type { SanityClient } from '@sanity/client'
import { expect } from 'vitest'
import type { RandomSource } from '../../../support/random.ts'
import { isBrokenConnection } from './broken-connection.ts'
import type { Door } from './door.ts'
import { idsOf, type Note, type Notes, nextStep, type Step } from './notes.ts'

/** Somebody who writes without a pause, and does not let go of a transaction before it is acknowledged. */
export type Writer = {
  /** Ids of the transactions that the lake has acknowledged, in order. */
  acknowledged: string[]
  /** What they make of the writer's documents. */
  notes(): Notes
}

export type Surroundings = { client: SanityClient; door: Door; random: RandomSource }

/**
 * Writes until `isOver`. After a broken connection nobody knows whether the transaction has been taken: it is sent
 * again under the same id, which a lake that has it already says.
 * @param acknowledge called for each transaction; the next one waits for it
 */
export async function write(
  name: string,
  { client, door, random }: Surroundings,
  acknowledge: () => Promise<void>,
  isOver: () => boolean,
): Promise<Writer> {
  let notes: Notes = new Map()
  const acknowledged: string[] = []
  while (!isOver()) {
    const step = nextStep(name, acknowledged.length, notes, random)
    while (!(await isTaken(step, client))) {
      await door.opened()
      await expectWhole(name, notes, step, client)
    }
    notes = step.after
    acknowledged.push(step.transactionId)
    await acknowledge()
  }
  return { acknowledged, notes: () => notes }
}

/** @throws where the lake refuses it */
async function isTaken(step: Step, client: SanityClient): Promise<boolean> {
  try {
    await step.send(client)
    return true
  } catch (error) {
    if (isBrokenConnection(error)) return false
    if (error instanceof Error && error.message.includes(`"${step.transactionId}" already exists`))
      return true
    throw error
  }
}

/** Either nothing of it is there or all of it. */
async function expectWhole(name: string, before: Notes, step: Step, client: SanityClient): Promise<void> {
  const found = await stored(idsOf(name), client).catch((error: unknown) => {
    if (!isBrokenConnection(error)) throw error
  })
  if (found) expect([before, step.after]).toContainEqual(found)
}

/** The documents as the lake has them, without its own fields. */
export async function stored(ids: string[], client: SanityClient): Promise<Notes> {
  const documents = await client.getDocuments<Note>(ids)
  const present = documents.filter((document) => document !== null)
  return new Map(present.map(({ _id, text, count }) => [_id, { _type: 'note', text, count }]))
}
