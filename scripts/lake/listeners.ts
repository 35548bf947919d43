import type { Commit } from './commit.ts'
import { isVisible, type StoredDocument, type Visibility } from './document.ts'
import { type Detach, formatEvent, type Sink } from './event-stream.ts'
import { identifier } from './identifier.ts'
import { eventId, type MatchedChange, mutationEvent } from './mutation-event.ts'
import { onlyDocument } from './query/documents.ts'
import { evaluateNow, type ParsedQuery } from './query/evaluate.ts'

/** What a listener asked for; the names are those of the API's own parameters. */
export type ListenOptions = {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  effects: boolean
  visibility: 'query' | 'transaction'
  enableResume: boolean
  /** The last event this listener has seen on an earlier connection. */
  lastEventId?: string
  visibleTo: Visibility
}

type Listener = { query: ParsedQuery; options: ListenOptions; sink: Sink }

/** How many changes a listener may have missed and still resume without reading everything anew. */
const resumable = 500

/** Everyone who wants to hear of changes to one dataset. */
export class Listeners {
  readonly #dataset: string
  readonly #lookup: (id: string) => StoredDocument | undefined
  readonly #listeners = new Set<Listener>()
  #recent: Commit[] = []

  constructor(dataset: string, lookup: (id: string) => StoredDocument | undefined) {
    this.#dataset = dataset
    this.#lookup = lookup
  }

  /** Greets the listener, tells it what it has missed, and adds it. */
  add(query: ParsedQuery, options: ListenOptions, sink: Sink): Detach {
    const listener: Listener = { query, options, sink }
    const missed = options.enableResume ? this.#since(options.lastEventId) : undefined
    const greeting = missed
      ? 'welcomeback'
      : options.enableResume && options.lastEventId
        ? 'reset'
        : 'welcome'
    sink.send(formatEvent({ event: greeting, id: identifier(), data: { listenerName: identifier() } }))
    for (const commit of missed ?? []) this.#send(listener, commit)
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  publish(commit: Commit): void {
    this.#remember(commit)
    for (const listener of this.#listeners) this.#send(listener, commit)
  }

  /** Ends every stream for good: clients do not come back after this event. */
  disconnect(reason: string): void {
    for (const { sink } of [...this.#listeners]) {
      sink.send(formatEvent({ event: 'disconnect', data: { reason } }))
      sink.close()
    }
  }

  /** Whole documents stay in memory with it. */
  #remember(commit: Commit): void {
    this.#recent.push(commit)
    let changes = this.#recent.reduce((sum, one) => sum + one.changes.length, 0)
    while (changes > resumable) changes -= this.#recent.shift()?.changes.length ?? changes
  }

  /**
   * What came after an event, or undefined where that is no longer known. A connection may have been lost between two
   * events of one transaction.
   */
  #since(lastEventId: string | undefined): Commit[] | undefined {
    if (lastEventId === undefined) return undefined
    const [transactionId, documentId] = lastEventId.split('#')
    const index = this.#recent.findLastIndex((commit) => commit.id === transactionId)
    const last = this.#recent[index]
    if (!last) return undefined
    const rest = last.changes.slice(last.changes.findIndex((change) => change.documentId === documentId) + 1)
    return [{ ...last, changes: rest }, ...this.#recent.slice(index + 1)]
  }

  /** The Studio waits until it has as many events as the first one announces: count only this listener's. */
  #send({ query, options, sink }: Listener, commit: Commit): void {
    const matched = commit.changes
      .filter((change) => isVisible(change.documentId, options.visibleTo))
      .map(
        (change): MatchedChange => ({
          ...change,
          matchedBefore: this.#matches(query, change.before),
          matchesAfter: this.#matches(query, change.after),
        }),
      )
      .filter((change) => change.matchedBefore || change.matchesAfter)
    matched.forEach((change, position) => {
      const data = mutationEvent(commit, change, options, { position, total: matched.length })
      sink.send(formatEvent({ event: 'mutation', id: eventId(commit, change), data }))
    })
  }

  #matches(query: ParsedQuery, document: StoredDocument | null): boolean {
    if (!document) return false
    try {
      const result = evaluateNow(query, onlyDocument(this.#dataset, document, this.#lookup))
      return Array.isArray(result) ? result.length > 0 : result !== null && result !== false
    } catch {
      // A filter that cannot be evaluated for this document does not match it.
      return false
    }
  }
}
