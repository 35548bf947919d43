import { rmSync } from 'node:fs'
import type { Figure } from '../lake/figure.ts'
import { moment, pressOf, type TaskInput, used } from './bench-press.ts'
import { outOf } from './settings.ts'

/** Writes the whole site from a full mirror into an empty folder. */
export async function full(input: TaskInput): Promise<Figure[]> {
  const before = used()
  const began = performance.now()
  const { press, mirror } = pressOf(input)
  const { rendered } = await press.update(moment(input))
  const seconds = (performance.now() - began) / 1000
  press.close()
  const { cpu, peak } = used()
  // Once more from nothing: the first time the files of the site's code are read from the disk.
  rmSync(outOf(input.folder), { recursive: true })
  const again = performance.now()
  const second = pressOf(input)
  await second.press.update(moment(input))
  const secondTime = (performance.now() - again) / 1000
  second.press.close()
  mirror.close()
  second.mirror.close()
  return [
    {
      name: 'full build of the pages',
      unit: 's',
      samples: [seconds, secondTime],
      goal: 'under 8 s',
      note: `${rendered.length} pages and feeds`,
    },
    { name: '  processor time', unit: 's', samples: [cpu - before.cpu] },
    { name: '  memory at its peak', unit: 'MB', samples: [peak], goal: 'under 600 MB' },
  ]
}
