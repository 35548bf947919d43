import type { ListenEventName, ListenOptions, SanityClient } from '@sanity/client'
import type { StoredDocument } from '../../../../scripts/lake/document.ts'
import { Chain } from './chain.ts'
import { type ChangeEvent, isChange, stateAfter } from './change-event.ts'

/**
 * All documents as somebody believes them to be who listens through the real client, and who reads everything only
 * where a client has to: by effects and with resumption as the Studio does, or by results and without it.
 */
export class Replica {
  readonly documents = new Map<string, StoredDocument>()
  /** How each connection began. */
  readonly greetings: string[] = []
  /** Ids of the transactions that it has heard of. */
  readonly transactions = new Set<string>()
  readonly #faults: string[] = []
  readonly #events = new Set<string>()
  readonly #chains = new Map<string, Chain>()
  readonly #conditions = new Set<() => void>()
  readonly #client: SanityClient
  readonly #subscription: { unsubscribe(): void }
  /** Stands for one reading of everything, until it is done or another connection has begun. */
  #reading: object | undefined = {}

  constructor(client: SanityClient, manner: 'plain' | 'resumable') {
    this.#client = client
    this.#subscription = client
      .listen('*', {}, { ...options[manner], includeAllVersions: true, events })
      .subscribe({
        next: (event) => this.#receive(event),
        error: (error: unknown) => this.#faults.push(`The stream ended: ${error}`),
      })
  }

  /** What a client cannot make sense of: events that came twice, or that follow nothing it has heard of. */
  get faults(): string[] {
    return [...this.#faults, ...[...this.#chains.values()].flatMap((chain) => chain.loose)]
  }

  /** Resolves as soon as it has read everything and fulfils a condition. */
  until(condition: () => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const check = () => {
      if (this.#reading || !condition()) return
      this.#conditions.delete(check)
      resolve()
    }
    this.#conditions.add(check)
    check()
    return promise
  }

  stop(): void {
    this.#subscription.unsubscribe()
  }

  #receive(event: { type: string }): void {
    if (isChange(event)) this.#hear(event)
    else this.greetings.push(event.type)
    if (event.type === 'welcome' || event.type === 'reset') {
      this.#chains.clear()
      void this.#readEverything()
    }
    this.#check()
  }

  #hear(event: ChangeEvent): void {
    const { eventId, documentId: id } = event
    if (this.#events.has(eventId)) this.#faults.push(`${eventId} came twice`)
    this.#events.add(eventId)
    this.transactions.add(event.transactionId)
    const chain = this.#chains.get(id) ?? new Chain()
    this.#chains.set(id, chain.add(event))
    if (!this.#reading) this.#follow(id, chain)
  }

  #follow(id: string, chain: Chain): void {
    for (const event of chain.take(() => this.documents.get(id)?._rev)) {
      const after = stateAfter(event, this.documents.get(id))
      if (after) this.documents.set(id, after)
      else this.documents.delete(id)
    }
  }

  async #readEverything(): Promise<void> {
    const reading = {}
    this.#reading = reading
    const all = await this.#client
      .fetch<StoredDocument[]>('*', {}, { perspective: 'raw' })
      .catch(() => undefined)
    // Another connection has begun since, and reads everything itself.
    if (this.#reading !== reading) return
    if (!all) return this.#readEverything()
    this.documents.clear()
    for (const document of all) this.documents.set(document._id, document)
    this.#reading = undefined
    for (const [id, chain] of this.#chains) this.#follow(id, chain)
    this.#check()
  }

  #check(): void {
    for (const check of this.#conditions) check()
  }
}

// The types allow the events of a resumed stream only together with a literal `enableResume: true`.
const events = ['welcome', 'welcomeback', 'reset', 'mutation'] as ListenEventName[]

const options: Record<'plain' | 'resumable', ListenOptions & { enableResume: boolean }> = {
  plain: { includeResult: true, enableResume: false },
  resumable: { includeResult: false, effectFormat: 'mendoza', enableResume: true },
}
