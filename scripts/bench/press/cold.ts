import { lakeClient } from '../../local/lake-client.ts'
import type { LakeAddress } from '../../local/lake-process.ts'
import type { Figure } from '../lake/figure.ts'
import { runToEnd } from '../run-to-end.ts'
import { outOf } from './settings.ts'

const rounds = 7

/** `npm run press` as a whole, npm itself included, against a lake that runs: after one edit, and after none. */
export async function measureCold(
  lake: LakeAddress,
  folder: string,
  env: Record<string, string>,
): Promise<Figure[]> {
  const client = lakeClient(lake)
  const ids: string[] = await client.fetch('*[_type == "recap"] | order(_id) [0...1000]._id')
  const press = async () => {
    const began = performance.now()
    await runToEnd('npm', ['run', 'press', '--', '--out', outOf(folder)], process.cwd(), env)
    return performance.now() - began
  }
  // The first runs pull what the other tasks have put into the mirror, make the search index and fill the caches.
  await press()
  await press()
  const edited: number[] = []
  const unchanged: number[] = []
  for (let round = 0; round < rounds; round++) {
    const id = ids[(round * 131) % ids.length] ?? ''
    await client
      .patch(id)
      .set({ standfirst: `Said in cold round ${round}.` })
      .commit({ visibility: 'sync' })
    edited.push(await press())
    unchanged.push(await press())
  }
  return [
    { name: 'one edited recap, cold: npm run press', unit: 'ms', samples: edited, goal: 'under 1 s' },
    { name: 'nothing changed, cold: npm run press', unit: 'ms', samples: unchanged, goal: 'under 0.7 s' },
  ]
}
