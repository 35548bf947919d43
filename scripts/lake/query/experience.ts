import { Recent } from './recent.ts'

/** Queries that are remembered. */
const maximumRemembered = 500

/** Milliseconds after which a slow one gets another try: something else may have been going on. */
const slowFor = 10_000

type Pace = 'quick' | 'slow'

/** How long queries took when they were last asked. */
export class Experience {
  readonly #paces = new Recent<{ pace: Pace; since: number }>(maximumRemembered)

  of(query: string): Pace | undefined {
    const known = this.#paces.get(query)
    const isPast = known?.pace === 'slow' && performance.now() - known.since > slowFor
    return isPast ? undefined : known?.pace
  }

  add(query: string, pace: Pace): void {
    if (pace === 'slow' && this.of(query) === 'slow') return
    // Those that are asked again and again are remembered longest.
    this.#paces.delete(query)
    this.#paces.set(query, { pace, since: performance.now() })
  }
}
