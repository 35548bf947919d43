import type { Recap, Snapshot } from './snapshot.ts'

/** Recaps that share most topics with a recap; of those with as many, the newest. Never the recap itself. */
export function relatedRecaps(recap: Recap, snapshot: Snapshot, limit: number): Recap[] {
  const shared = new Map<Recap, number>()
  for (const topic of recap.topics)
    for (const other of snapshot.recapsByTopic.get(topic._id) ?? [])
      if (other !== recap) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .sort(([a, sharedByA], [b, sharedByB]) => sharedByB - sharedByA || a.rank - b.rank)
    .slice(0, limit)
    .map(([other]) => other)
}
