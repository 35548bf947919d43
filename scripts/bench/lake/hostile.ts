import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from './figure.ts'
import type { Known } from './known.ts'
import { MeasuredLake } from './measured-lake.ts'
import { shortened } from './sample.ts'
import { studioLists } from './studio-lists.ts'
import { ask } from './studio-query.ts'

const query = 'count(*[count(*[references(^._id) && count(*[_id > ^.^._id]) > 0]) > 0])'

/** Between two requests of one kind; a person is slower still. */
const pause = 30

/** What everybody else gets while `count` ask a question that would take days. */
export async function measureHostile(data: string, known: Known, count: number): Promise<Figure[]> {
  const lake = await MeasuredLake.start(data)
  try {
    // Once without them, so that nobody waits for what is only slow the first time.
    await measureOthers(lake, known, { name: 'before', until: Promise.resolve() })
    const refusals: number[] = []
    const answers = new Set<string>()
    const over = Promise.all(
      Array.from({ length: count }, async () => {
        const began = performance.now()
        answers.add(await askHostile(lake))
        refusals.push(performance.now() - began)
      }),
    )
    await wait(300)
    const others = await measureOthers(lake, known, { name: `meanwhile (× ${count})`, until: over })
    await over
    const note = [...answers].join(', ')
    return [
      { name: `hostile × ${count}: until it is refused`, unit: 'ms', samples: refusals, note },
      ...others,
    ]
  } finally {
    await lake.stop()
  }
}

async function measureOthers(
  lake: MeasuredLake,
  known: Known,
  { name, until }: { name: string; until: Promise<unknown> },
): Promise<Figure[]> {
  const { client } = lake
  const [list] = studioLists
  const id = known.drafts[0] ?? ''
  let isOver = false
  void until.then(() => {
    isOver = true
  })
  const requests = {
    document: () => client.getDocument(id),
    'by id': () => client.fetch('*[_id == $id][0]', { id }),
    list: () => (list ? ask(client, list) : Promise.resolve()),
    patch: () =>
      client.mutate([{ patch: { id, set: { standfirst: 'Meanwhile.' } } }], { visibility: 'async' }),
  }
  return Promise.all(
    Object.entries(requests).map(async ([what, request]) => {
      const figure: Figure = { name: `  ${what} ${name}`, goal: 'worst: 1 s', unit: 'ms', samples: [] }
      do {
        const began = performance.now()
        await request().catch((error: unknown) => {
          figure.note = shortened(error)
        })
        figure.samples.push(performance.now() - began)
        await wait(pause)
      } while (!isOver)
      return figure
    }),
  )
}

async function askHostile(lake: MeasuredLake): Promise<string> {
  const path = `/data/query/production?perspective=raw&query=${encodeURIComponent(query)}`
  return lake.request(path).then(
    async (response) => `answered: ${await response.text()}`,
    (error) => shortened(error),
  )
}
