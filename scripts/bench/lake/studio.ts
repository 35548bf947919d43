import type { Figure } from './figure.ts'
import type { Known } from './known.ts'
import type { MeasuredLake } from './measured-lake.ts'
import { sample, time } from './sample.ts'
import { previewsOf, slugIsFree, studioLists } from './studio-lists.ts'
import { ask } from './studio-query.ts'
import { globalSearch, listSearch, scoredSearch } from './studio-search.ts'

const goal = '95 %: 300 ms'
const rounds = 15

/** Milliseconds after which a question is not asked again. */
const enough = 2500

/** The Studio's own questions: its lists in rotation, as somebody who clicks from one to the next, and its searches. */
export async function measureStudio(lake: MeasuredLake, known: Known): Promise<Figure[]> {
  const visible = known.recaps.slice(-100)
  const questions = [
    ...studioLists,
    ...previewsOf(visible),
    slugIsFree(visible[0] ?? '', known.slugs[0] ?? ''),
  ]
  const lines = questions.map((question) => {
    const figure: Figure = { name: `  ${question.name}`, unit: 'ms', samples: [] }
    return { question, figure }
  })
  for (let round = 0; round < rounds; round++)
    for (const { question, figure } of lines) {
      if (figure.note !== undefined || sum(figure.samples) > enough) continue
      const { milliseconds, refusal } = await time(lake, () => ask(lake.client, question))
      figure.samples.push(milliseconds)
      figure.note = refusal
    }
  const figures = lines.map(({ figure }) => figure)
  const lists = figures.slice(0, studioLists.length).flatMap(({ samples }) => samples)
  const all: Figure = { name: 'Studio: lists, all together', goal, unit: 'ms', samples: lists }
  return [all, ...figures, ...(await measureSearches(lake))]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** A word that is in most recaps, one that is in few, and two that must both be there. */
const texts = ['risk', 'metronome', 'late metr']

async function measureSearches(lake: MeasuredLake): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const kind of [listSearch, globalSearch, scoredSearch])
    for (const text of texts) {
      const search = kind(text)
      const run = () => ask(lake.client, search)
      figures.push(await sample(lake, { name: `Studio: ${search.name}` }, { times: 5, within: 1500 }, run))
    }
  return figures
}
