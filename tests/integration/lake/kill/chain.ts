import { type ChangeEvent, revisionAfter } from './change-event.ts'

/** The events of one document in the order they came, as far as they do not lead on from what is known of it yet. */
export class Chain {
  #events: ChangeEvent[] = []

  add(event: ChangeEvent): this {
    this.#events.push(event)
    return this
  }

  /** What is left over, in words. */
  get loose(): string[] {
    return this.#events.map(({ eventId, previousRev }) => `${eventId} follows ${previousRev}`)
  }

  /**
   * The events that lead on, one after the other. Where the document was read while the connection was down or the
   * events were on their way, they may first lead up to what was read: these are left out.
   * @param revision of the document as it is known, asked for before each event
   */
  *take(revision: () => string | undefined): Generator<ChangeEvent> {
    for (let [first] = this.#events; first; [first] = this.#events) {
      const known = revision()
      if (first.previousRev === known) {
        this.#events.shift()
        yield first
        continue
      }
      const contained = this.#events.findLastIndex((event) => revisionAfter(event) === known)
      if (contained < 0) return
      this.#events.splice(0, contained + 1)
    }
  }
}
