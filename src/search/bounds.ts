/** How large indexes become. Chosen by what `npm run bench -- search` measures. */
export type Bounds = {
  /** So many pages at most are all made into one index, whenever one of them changes. */
  whole: number
  /** So many pages at most are in the recent index, so that making it takes a second or two. */
  recent: number
  /** So many pages at most are in the fresh index, so that making it takes a moment. */
  fresh: number
  /** With more than so many pages outside the base, or gone from it, a new base is made. */
  compact: number
}

export const usualBounds: Bounds = { whole: 200, recent: 200, fresh: 10, compact: 100 }

/** @param pages how many there are in all, in the base, and among all of them outside of what the base has right */
export function isWorthCompacting(
  { compact }: Bounds,
  { wanted, base, outside }: { wanted: number; base: number; outside: number },
): boolean {
  const goneFromBase = base - (wanted - outside)
  return outside > compact || goneFromBase > compact
}
