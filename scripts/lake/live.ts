import type { Commit } from './commit.ts'
import { isVisible } from './document.ts'
import { type Detach, formatEvent, type Sink } from './event-stream.ts'
import { identifier } from './identifier.ts'

/** One tag for the whole dataset: whoever asked anything asks again after any change. */
export function syncTag(dataset: string): string {
  return `s1:${dataset}`
}

type News = { id: string; touchesPublished: boolean }

/** How many changes somebody may have missed and still be told of each. */
const resumable = 500

/** Those who want to know that something has changed, not what. */
export class LiveEvents {
  readonly #dataset: string
  readonly #subscribers = new Map<Sink, { includeDrafts: boolean }>()
  /** What there has been lately; it begins with nothing, so that a greeting has something to refer to. */
  #recent: News[] = [{ id: identifier(), touchesPublished: false }]

  constructor(dataset: string) {
    this.#dataset = dataset
  }

  /** @param options.lastEventId the last event seen on an earlier connection; `restart` where it is not known */
  add(sink: Sink, options: { includeDrafts: boolean; lastEventId?: string }): Detach {
    const { lastEventId } = options
    const index = this.#recent.findLastIndex((news) => news.id === lastEventId)
    const id = this.#recent.at(-1)?.id
    sink.send(formatEvent({ event: 'welcome', id, data: {} }))
    if (index >= 0) for (const news of this.#recent.slice(index + 1)) this.#tell(sink, options, news)
    else if (lastEventId !== undefined) sink.send(formatEvent({ event: 'restart', id, data: {} }))
    this.#subscribers.set(sink, options)
    return () => this.#subscribers.delete(sink)
  }

  publish(commit: Commit): void {
    const touchesPublished = commit.changes.some(({ documentId }) => isVisible(documentId, 'public'))
    const news = { id: commit.id, touchesPublished }
    this.#recent = [...this.#recent, news].slice(-resumable)
    for (const [sink, options] of this.#subscribers) this.#tell(sink, options, news)
  }

  /** Ends every stream for good: clients do not come back after this event. */
  disconnect(reason: string): void {
    for (const sink of [...this.#subscribers.keys()]) {
      sink.send(formatEvent({ event: 'disconnect', data: { reason } }))
      sink.close()
    }
  }

  #tell(sink: Sink, { includeDrafts }: { includeDrafts: boolean }, { id, touchesPublished }: News): void {
    if (!includeDrafts && !touchesPublished) return
    sink.send(formatEvent({ event: 'message', id, data: { tags: [syncTag(this.#dataset)] } }))
  }
}
