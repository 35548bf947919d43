import { usualBounds } from '../../../src/search/bounds.ts'
import { openSearchIndex, type SearchIndex } from '../../../src/search/search-index.ts'
import type { Figure } from '../lake/figure.ts'
import { watchMemory } from './memory-of-tree.ts'
import type { RecapPages } from './recap-pages.ts'

const rounds = 10
/** As many edits as there are before a new base is made, but for one. */
const nearlyFull = usualBounds.compact - 1
const goal = 'under 3 s'

/** How long it takes until what was published can be searched, with little and with much written since the base was made. */
export async function measureUpdates(
  outDir: string,
  cacheDir: string,
  { urls, write }: RecapPages,
): Promise<Figure[]> {
  const keys = new Map(urls.map((url) => [url, '']))
  const index = openSearchIndex({ outDir, cacheDir, inBackground: { onFailure: console.error } })
  const update = () => index.update(Array.from(keys, ([url, key]) => ({ url, key: `k${key}` })))
  const seconds = async (job: () => Promise<unknown>) => {
    const began = performance.now()
    await job()
    return (performance.now() - began) / 1000
  }
  const put = (url: string, words: string) => {
    index.pagesWillChange({ removed: [], replaced: [url] })
    write(url, words)
    keys.set(url, words)
  }
  /** An edit, and what undoes it, which needs no indexing. */
  const edit = async (url: string, round: number) => {
    const before = keys.get(url) ?? ''
    put(url, `edition ${round}`)
    const taken = await seconds(update)
    put(url, before)
    await update()
    return taken
  }
  const edits = async (name: string, url: string): Promise<Figure> => {
    const samples: number[] = []
    for (let round = 0; round < rounds; round++) samples.push(await edit(url, round))
    return { name, unit: 's', goal, samples }
  }
  const [oldest = '', ...others] = urls
  const newest = others.pop() ?? ''

  const first = await seconds(update)
  const base = await watched(index)
  const figures: Figure[] = [
    { name: `from nothing until the first ${usualBounds.recent} are found`, unit: 's', samples: [first] },
    { name: 'from nothing until all are found', unit: 's', samples: [first + base.seconds] },
    { name: 'memory of the process that makes a base', unit: 'MB', samples: [base.megabytes] },
    await edits('edit of the newest, nothing else edited', newest),
    await edits('edit of the oldest, nothing else edited', oldest),
  ]
  for (const url of others.slice(0, nearlyFull)) put(url, 'seen again')
  await update()
  figures.push(await edits(`edit of the newest, ${nearlyFull} others edited`, newest))
  figures.push(await edits(`edit of the oldest, ${nearlyFull} others edited`, oldest))

  figures.push({
    name: 'removal until it is not found',
    unit: 'ms',
    samples: await removals(index, others, update),
  })
  const begin = () => {
    for (const url of others.slice(nearlyFull, nearlyFull + 2)) put(url, 'seen again')
  }
  figures.push(...(await meanwhile(index, begin, update, edit, newest)))
  await index.close()
  return figures
}

async function watched(index: SearchIndex) {
  const began = performance.now()
  const peak = watchMemory(index.compacting ?? 0)
  await index.settled()
  return { seconds: (performance.now() - began) / 1000, megabytes: peak() }
}

async function removals(index: SearchIndex, urls: readonly string[], update: () => Promise<unknown>) {
  const samples: number[] = []
  for (const url of urls.slice(-rounds)) {
    const began = performance.now()
    index.pagesWillChange({ removed: [url], replaced: [] })
    samples.push(performance.now() - began)
  }
  await update()
  return samples
}

/** Updates while a new base is made. @param begin makes as many edits as it takes */
async function meanwhile(
  index: SearchIndex,
  begin: () => void,
  update: () => Promise<unknown>,
  edit: (url: string, round: number) => Promise<number>,
  url: string,
): Promise<Figure[]> {
  begin()
  await update()
  const base = watched(index)
  const samples: number[] = []
  for (let round = 0; index.compacting !== undefined; round++) samples.push(await edit(url, round))
  const { seconds } = await base
  return [
    { name: 'edit while a new base is made', unit: 's', goal, samples },
    { name: 'a new base beside these edits', unit: 's', samples: [seconds] },
  ]
}
