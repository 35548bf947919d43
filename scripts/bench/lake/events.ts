import { arrivals } from './arrivals.ts'
import type { Figure } from './figure.ts'
import type { Known } from './known.ts'
import type { MeasuredLake } from './measured-lake.ts'
import { shortened } from './sample.ts'
import { studioListeners } from './studio-listeners.ts'

const patches = 200
const goal = '95 %: 50 ms'

/** Patches one after the other, each from the moment it is sent until those who listen have heard of it. */
export async function measureEvents(lake: MeasuredLake, known: Known): Promise<Figure[]> {
  const one = [{ query: '*[_type == "recap"]', options: { includeAllVersions: true }, hears: true }]
  return [
    ...(await measure('patch to event', lake, known, () => one)),
    ...(await measure('patch to events, 8 listeners', lake, known, studioListeners)),
  ]
}

async function measure(
  name: string,
  lake: MeasuredLake,
  known: Known,
  listenersFor: typeof studioListeners,
): Promise<Figure[]> {
  const heard: number[] = []
  const acknowledged: number[] = []
  const id = known.drafts.at(-1) ?? ''
  const listening = await arrivals(lake.client, listenersFor(id))
  let note: string | undefined
  try {
    for (let index = 0; index < patches; index++) {
      const transactionId = `bench-${crypto.randomUUID()}`
      const began = performance.now()
      const everywhere = listening.wait(transactionId)
      await lake.client.mutate([{ patch: { id, set: { standfirst: `Edition ${index} of this recap.` } } }], {
        transactionId,
        returnDocuments: false,
        visibility: 'async',
      })
      acknowledged.push(performance.now() - began)
      await everywhere
      heard.push(performance.now() - began)
    }
  } catch (error) {
    note = shortened(error)
  } finally {
    listening.stop()
  }
  return [
    { name, goal, unit: 'ms', samples: heard, note },
    { name: `  acknowledged: ${name}`, unit: 'ms', samples: acknowledged },
  ]
}
