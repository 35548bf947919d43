import type { Figure } from './figure.ts'
import { type MeasuredLake, patience } from './measured-lake.ts'

type Sampling = {
  /** How often at most. */
  times: number
  /** Milliseconds after which no further sample is begun, so that a slow lake is measured as well. */
  within?: number
}

const usualTime = 5000

/** Milliseconds that something takes, over and over, until it is refused once: then a note says how. */
export async function sample(
  lake: MeasuredLake,
  figure: Pick<Figure, 'name' | 'goal'>,
  { times, within = usualTime }: Sampling,
  run: (index: number) => Promise<unknown>,
): Promise<Figure> {
  const samples: number[] = []
  const end = performance.now() + within
  for (let index = 0; index < times && performance.now() < end; index++) {
    const { milliseconds, refusal } = await time(lake, () => run(index))
    samples.push(milliseconds)
    if (refusal !== undefined) return { ...figure, unit: 'ms', samples, note: refusal }
  }
  return { ...figure, unit: 'ms', samples }
}

/** One sample. A lake that did not answer in time is replaced, since it would still be busy with the question. */
export async function time(
  lake: MeasuredLake,
  run: () => Promise<unknown>,
): Promise<{ milliseconds: number; refusal?: string }> {
  const began = performance.now()
  const refusal = await run().then(() => undefined, shortened)
  const milliseconds = performance.now() - began
  if (refusal === undefined) return { milliseconds }
  if (milliseconds < patience) return { milliseconds, refusal }
  await lake.replace()
  return { milliseconds, refusal: `no answer in ${patience / 1000} s` }
}

export function shortened(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 60)
}
