import { isVisible } from './document.ts'
import { type Detach, formatEvent, type Sink } from './event-stream.ts'
import { identifier } from './identifier.ts'
import type { Commit } from './store.ts'

/** One tag for the whole dataset: whoever asked anything asks again after any change. */
export function syncTag(dataset: string): string {
  return `s1:${dataset}`
}

/** Those who want to know that something has changed, not what. */
export class LiveEvents {
  readonly #dataset: string
  readonly #subscribers = new Map<Sink, { includeDrafts: boolean }>()

  constructor(dataset: string) {
    this.#dataset = dataset
  }

  add(sink: Sink, options: { includeDrafts: boolean }): Detach {
    sink.send(formatEvent({ event: 'welcome', id: identifier(), data: {} }))
    this.#subscribers.set(sink, options)
    return () => this.#subscribers.delete(sink)
  }

  publish(commit: Commit): void {
    const touchesPublished = commit.changes.some(({ documentId }) => isVisible(documentId, 'public'))
    const message = formatEvent({ event: 'message', id: commit.id, data: { tags: [syncTag(this.#dataset)] } })
    for (const [sink, { includeDrafts }] of this.#subscribers) {
      if (includeDrafts || touchesPublished) sink.send(message)
    }
  }
}
