import { createLakeClient } from '../../../src/cms/client.ts'
import { pull } from '../../../src/cms/pull.ts'
import type { Figure } from '../lake/figure.ts'
import { mirrorOf, type TaskInput, used } from './bench-press.ts'

/** Pulls everything for the first time, from a local lake on the same machine; then again, when nothing is new. */
export async function pullAll(input: TaskInput): Promise<Figure[]> {
  const { mirror } = mirrorOf(input)
  const client = createLakeClient(input.settings.sanity)
  const before = used()
  const began = performance.now()
  await pull(client, mirror, { way: 'whole' })
  const first = (performance.now() - began) / 1000
  const { cpu, peak } = used()
  const again = async (way: 'quick' | 'whole') => {
    const samples: number[] = []
    for (let round = 0; round < 7; round++) {
      const start = performance.now()
      await pull(client, mirror, { way })
      samples.push(performance.now() - start)
    }
    return samples
  }
  const figures: Figure[] = [
    { name: 'first pull', unit: 's', samples: [first], goal: 'under 10 s' },
    { name: '  processor time', unit: 's', samples: [cpu - before.cpu] },
    { name: '  memory at its peak', unit: 'MB', samples: [peak], goal: 'flat' },
    { name: 'pull, nothing new: quick', unit: 'ms', samples: await again('quick') },
    { name: 'pull, nothing new: comparing all', unit: 'ms', samples: await again('whole') },
  ]
  mirror.close()
  return figures
}
