import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { measureEvents } from './lake/events.ts'
import { comparison, type Figure, type Line } from './lake/figure.ts'
import { copyFilledFolder } from './lake/filled-folder.ts'
import { measureHostile } from './lake/hostile.ts'
import { knownOf } from './lake/known.ts'
import { drafts } from './lake/load.ts'
import { measureQueries } from './lake/queries.ts'
import { measureStart } from './lake/start.ts'
import { measureStudio } from './lake/studio.ts'

const small = { recaps: 100, documents: 300 }
const big = { recaps: 10_000, documents: 30_000 }

/** The local lake as its users see it, with much content and, to compare, with little. */
export async function measureLake(): Promise<Record<string, Line>> {
  const folder = mkdtempSync(join(tmpdir(), 'lake-bench-'))
  try {
    const few = await measure(join(folder, 'small'), small)
    const many = await measure(join(folder, 'big'), big)
    const hostile: Figure[] = []
    for (const count of [1, 8])
      hostile.push(...(await measureHostile(join(folder, 'big'), knownOf(big, drafts), count)))
    return comparison([...many, ...hostile], few)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(data: string, content: typeof big): Promise<Figure[]> {
  const { loadMilliseconds, isFresh } = await copyFilledFolder(data, content)
  const loading: Figure = { name: 'loading', unit: 's', samples: [loadMilliseconds / 1000] }
  if (!isFresh) loading.note = 'in an earlier run'
  const known = knownOf(content, drafts)
  const { lake, figures } = await measureStart(data)
  const memory = (name: string, megabytes: number): Figure => {
    return { name, goal: 'under 400 MB', unit: 'MB', samples: [megabytes] }
  }
  try {
    await wait(1000)
    return [
      loading,
      ...figures,
      memory('memory after the start', lake.memory()),
      ...(await measureEvents(lake, known)),
      ...(await measureQueries(lake, known)),
      ...(await measureStudio(lake, known)),
      memory('memory after all this', lake.memory()),
      memory('memory at its peak', lake.peakMemory()),
    ]
  } finally {
    await lake.stop()
  }
}
