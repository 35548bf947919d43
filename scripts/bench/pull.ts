import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { compileCache } from '../local/compile-cache.js'
import { lakeClient } from '../local/lake-client.ts'
import { type LakeAddress, startLakeProcess } from '../local/lake-process.ts'
import { comparison, type Figure, type Line } from './lake/figure.ts'
import { copyFilledFolder } from './lake/filled-folder.ts'

const small = { recaps: 1000, documents: 3000 }
const big = { recaps: 10_000, documents: 30_000 }
const rounds = 5

const program = fileURLToPath(new URL('./pull/program.ts', import.meta.url))

/** Milliseconds and megabytes of one program that pulls. */
const measured = z.object({
  changed: z.number(),
  pull: z.number(),
  reading: z.number(),
  whole: z.number(),
  cpu: z.number(),
  peak: z.number(),
})

/** Pulling from a local lake into a mirror, by programs that begin cold, with much content and with less. */
export async function measurePull(): Promise<Record<string, Line>> {
  const folder = mkdtempSync(join(tmpdir(), 'pull-bench-'))
  try {
    const few = await measure(join(folder, 'small'), small)
    return comparison(await measure(join(folder, 'big'), big), few)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, content: typeof big): Promise<Figure[]> {
  const data = join(folder, 'lake')
  await copyFilledFolder(data, content)
  const lake = await startLakeProcess({ data, port: 0, allowedOrigins: [] })
  const file = join(folder, 'mirror.sqlite')
  try {
    const first = await run(lake, file, 'whole')
    const unchanged = await often(() => run(lake, file, 'quick'))
    const again = await often(() => run(lake, file, 'whole'))
    const edited = await often(async (round) => {
      await editOne(lake, `Edition ${round} of this title`)
      return run(lake, file, 'quick')
    })
    const seconds = (milliseconds: number[]) => milliseconds.map((value) => value / 1000)
    return [
      { name: 'first pull', unit: 's', goal: 'under 10 s', samples: seconds([first.pull]) },
      { name: 'its processor time', unit: 's', samples: seconds([first.cpu]) },
      { name: 'its memory at the peak', unit: 'MB', goal: 'flat', samples: [first.peak] },
      { name: 'nothing changed, quick', unit: 'ms', samples: unchanged.map(({ pull }) => pull) },
      { name: 'one edit, quick', unit: 'ms', samples: edited.map(({ pull }) => pull) },
      { name: 'nothing changed, whole', unit: 'ms', samples: again.map(({ pull }) => pull) },
      {
        name: 'all entries',
        unit: 'ms',
        goal: 'under 60 ms',
        samples: unchanged.map(({ reading }) => reading),
      },
      { name: 'cold, quick, with entries', unit: 'ms', samples: unchanged.map(({ whole }) => whole) },
      { name: 'its processor time, cold', unit: 'ms', samples: unchanged.map(({ cpu }) => cpu) },
    ]
  } finally {
    await lake.stop()
  }
}

type Measured = z.infer<typeof measured>

async function often(once: (round: number) => Promise<Measured>): Promise<Measured[]> {
  const all: Measured[] = []
  for (let round = 0; round < rounds; round++) all.push(await once(round))
  return all
}

async function run(lake: LakeAddress, file: string, way: 'whole' | 'quick'): Promise<Measured> {
  const { url, projectId, dataset, token } = lake
  const address = JSON.stringify({ url, projectId, dataset, token })
  const env = { ...process.env, ...compileCache }
  const { stdout } = await promisify(execFile)(process.execPath, [program, file, address, way], { env })
  return measured.parse(JSON.parse(stdout))
}

async function editOne(lake: LakeAddress, title: string): Promise<void> {
  const client = lakeClient(lake)
  const id = await client.fetch<string>('*[_type == "recap"] | order(publishedAt) [0]._id')
  await client.patch(id).set({ title }).commit()
}
