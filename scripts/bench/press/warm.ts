import type { StoredDocument } from '../../../src/cms/parse-document.ts'
import { generateContent } from '../content/generate.ts'
import type { Figure } from '../lake/figure.ts'
import { moment, pressOf, type TaskInput } from './bench-press.ts'

const rounds = 100

/** From one recap that arrives, edited or new, to its files on the disk, in a process that has run for a while. */
export async function warm(input: TaskInput): Promise<Figure[]> {
  const { press, mirror } = pressOf(input)
  await press.update(moment(input))
  const known = mirror.ids().filter((id) => !id.startsWith('new-'))
  const recaps = known.filter((id) => mirror.head(id)?._type === 'recap')
  const stored = new Map<string, StoredDocument>()
  for (const document of generateContent({ recaps: recaps.length, documents: known.length }))
    if (document._type === 'recap') stored.set(document._id, { ...document, _rev: '' })

  const publish = async (document: StoredDocument) => {
    const began = performance.now()
    const update = mirror.begin()
    update.put(document)
    update.finish('')
    const { rendered, reasons } = await press.update(moment(input))
    const took = performance.now() - began
    const fresh = [...reasons().values()].filter((why) => why.includes('the address is new')).length
    return { took, fresh, again: rendered.length - fresh }
  }
  const edit = (round: number) => {
    // A prime step: recaps of all years come up, and none twice.
    const document = stored.get(recaps[(round * 7919) % recaps.length] ?? '')
    if (!document) throw new Error('There is no such recap.')
    return { ...document, standfirst: `What was said in round ${round}.`, _rev: `edit-${round}` }
  }
  const fresh = (round: number) => ({
    ...edit(round),
    _id: `new-${round}`,
    _rev: `new-${round}`,
    title: `A new evening, ${round}`,
    slug: { _type: 'slug', current: `a-new-evening-${round}` },
    publishedAt: new Date(moment(input).getTime() - (rounds - round) * 60_000).toISOString(),
  })

  for (let round = 0; round < 20; round++) await publish(edit(round))
  const edits = []
  for (let round = 20; round < 20 + rounds; round++) edits.push(await publish(edit(round)))
  const additions = []
  for (let round = 0; round < rounds; round++) additions.push(await publish(fresh(round)))
  press.close()
  mirror.close()
  const files = (list: { fresh: number; again: number }[]) => {
    const most = (key: 'fresh' | 'again') => Math.max(...list.map((update) => update[key]))
    return `at most ${most('again')} files again, ${most('fresh')} new`
  }
  return [
    {
      name: 'one edited recap, warm',
      unit: 'ms',
      samples: edits.map(({ took }) => took),
      goal: '50 ms, 95 %: 120 ms, × 1.5',
      note: files(edits),
    },
    {
      name: 'one new recap, warm',
      unit: 'ms',
      samples: additions.map(({ took }) => took),
      goal: 'at most 15 files again',
      note: files(additions),
    },
  ]
}
