import type { Change, Commit } from './commit.ts'
import { effectsOf } from './effects.ts'
import type { ListenOptions } from './listeners.ts'

/** A change, and whether the document matched the listener's query before and after it. */
export type MatchedChange = Change & { matchedBefore: boolean; matchesAfter: boolean }

export function eventId(commit: Commit, change: Change): string {
  return `${commit.id}#${change.documentId}`
}

/** @param place among the events of this transaction that go to this listener, counted from 0 */
export function mutationEvent(
  commit: Commit,
  change: MatchedChange,
  options: ListenOptions,
  place: { position: number; total: number },
): Record<string, unknown> {
  const { before, after } = change
  return {
    eventId: eventId(commit, change),
    documentId: change.documentId,
    transactionId: commit.id,
    transition: transition(change),
    identity: commit.author,
    previousRev: before?._rev,
    // Also of a deletion: the Studio puts the events of a document in order by the revision that each led to.
    resultRev: commit.id,
    timestamp: commit.timestamp,
    visibility: options.visibility,
    transactionCurrentEvent: place.position + 1,
    transactionTotalEvents: place.total,
    mutations: options.includeMutations ? change.mutations : undefined,
    effects: options.effects ? effectsOf(change) : undefined,
    result: options.includeResult && after ? after : undefined,
    previous: options.includePreviousRevision && before ? before : undefined,
  }
}

function transition({ matchedBefore, matchesAfter }: MatchedChange): 'update' | 'appear' | 'disappear' {
  if (matchedBefore && matchesAfter) return 'update'
  return matchesAfter ? 'appear' : 'disappear'
}
