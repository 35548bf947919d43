import { createLakeClient } from '../../../src/cms/client.ts'
import { pull } from '../../../src/cms/pull.ts'
import type { Figure } from '../lake/figure.ts'
import { mirrorOf, type TaskInput } from './bench-press.ts'

/** Fills the mirror for the other tasks; how long that takes is measured by itself. */
export async function pullAll(input: TaskInput): Promise<Figure[]> {
  const { mirror } = mirrorOf(input)
  await pull(createLakeClient(input.settings.sanity), mirror, { way: 'whole' })
  mirror.close()
  return []
}
