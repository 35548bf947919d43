import type { Action } from './action-schema.ts'
import { expandAction } from './actions.ts'
import { applyMutation, type MutationResult, type Stamp } from './apply-mutation.ts'
import { AssetAddresses } from './assets/address.ts'
import type { Viewer } from './auth.ts'
import type { StoredDocument, Visibility } from './document.ts'
import { DocumentSet } from './document-set.ts'
import { transactionExists } from './errors.ts'
import { evaluateQuery, type Parameters, parseQuery } from './evaluate.ts'
import { identifier } from './identifier.ts'
import { checkReferences } from './integrity.ts'
import { Listeners } from './listeners.ts'
import { LiveEvents } from './live.ts'
import type { Mutation } from './mutations.ts'
import type { Perspective } from './perspectives.ts'
import { organiser } from './project.ts'
import { Stage } from './stage.ts'
import type { Commit, HistoryRow, Store } from './store.ts'

export type TransactionOptions = {
  transactionId?: string
  dryRun?: boolean
  arrayKeys?: boolean
}

export type TransactionResult = { transactionId: string; results: MutationResult[] }

type DatasetOptions = {
  name: string
  /** Whether anything can be seen without the token. */
  isPrivate: boolean
  store: Store
  /** Where the lake can be reached now; the addresses of assets start with it. */
  lakeUrl: string
}

/** One dataset: its documents, the transactions on them, and those who want to hear of these. */
export class Dataset {
  readonly name: string
  readonly listeners: Listeners
  readonly live: LiveEvents
  /** Whether nothing can be seen without the token. */
  isPrivate: boolean
  readonly #store: Store
  readonly #addresses: AssetAddresses
  readonly #documents: DocumentSet

  constructor({ name, isPrivate, store, lakeUrl }: DatasetOptions) {
    this.name = name
    this.isPrivate = isPrivate
    this.#store = store
    this.#addresses = new AssetAddresses(lakeUrl)
    const documents = store.documents(name).map((document) => this.#addresses.add(document))
    this.#documents = new DocumentSet(name, documents)
    this.listeners = new Listeners(name, (id) => this.#documents.byId.get(id))
    this.live = new LiveEvents(name)
  }

  visibilityFor(viewer: Viewer): Visibility {
    if (viewer === 'organiser') return 'everything'
    return this.isPrivate ? 'nothing' : 'public'
  }

  get(id: string): StoredDocument | undefined {
    return this.#documents.byId.get(id)
  }

  all(): Iterable<StoredDocument> {
    return this.#documents.byId.values()
  }

  versionsOf(id: string): StoredDocument[] {
    return this.#documents.versionsOf(id)
  }

  /** Ids of the documents that refer to this one. */
  referrers(id: string): ReadonlySet<string> {
    return this.#documents.references.referrers(id)
  }

  query(query: string, params: Parameters, perspective: Perspective, visibility: Visibility): unknown {
    return evaluateQuery(parseQuery(query, params), this.#documents.seenFrom(perspective, visibility))
  }

  mutate(mutations: Mutation[], options: TransactionOptions = {}): TransactionResult {
    return this.#transact(options, [], (stage, stamp) =>
      mutations.flatMap((mutation, index) => applyMutation(mutation, stage, stamp, index)),
    )
  }

  act(actions: Action[], options: TransactionOptions = {}): TransactionResult {
    const names = actions.map((action) => action.actionType)
    return this.#transact({ arrayKeys: true, ...options }, names, (stage, stamp) =>
      actions.flatMap((action, index) =>
        expandAction(action, stage, index).flatMap((mutation) =>
          applyMutation(mutation, stage, stamp, index),
        ),
      ),
    )
  }

  history(documentIds: string[]): HistoryRow[] {
    return this.#store
      .history(this.name, documentIds)
      .map((row) => ({ ...row, before: row.before && this.#addresses.add(row.before) }))
  }

  /** Works a transaction out, keeps it, and only then lets anybody see it. */
  #transact(
    options: TransactionOptions,
    actions: string[],
    work: (stage: Stage, stamp: Stamp) => MutationResult[],
  ): TransactionResult {
    const transactionId = options.transactionId ?? identifier()
    this.#refuseUsedId(transactionId)
    const stage = new Stage(this.#documents.byId)
    const timestamp = new Date().toISOString()
    const results = work(stage, {
      transactionId,
      timestamp,
      arrayKeys: options.arrayKeys ?? false,
      complete: (document) => this.#addresses.add(document),
      select: (query, params) => this.#select(stage, query, params),
    })
    checkReferences(stage, this.#documents.references)
    const changes = stage.changes()
    // Nothing done is no transaction, as in the hosted lake.
    if (!options.dryRun && changes.length > 0) {
      this.#commit({ id: transactionId, timestamp, author: organiser.id, actions, changes })
    }
    return { transactionId, results }
  }

  #commit(commit: Commit): void {
    const changes = commit.changes.map((change) => ({
      ...change,
      before: change.before && this.#addresses.remove(change.before),
      after: change.after && this.#addresses.remove(change.after),
    }))
    this.#store.commit(this.name, { ...commit, changes })
    this.#documents.apply(commit.changes)
    this.listeners.publish(commit)
    this.live.publish(commit)
  }

  #refuseUsedId(transactionId: string): void {
    if (!this.#store.hasTransaction(this.name, transactionId)) return
    throw transactionExists(transactionId)
  }

  /** A mutation's query sees every version and what earlier mutations of its transaction did. */
  #select(stage: Stage, query: string, params: Parameters): string[] {
    const found = evaluateQuery(parseQuery(query, params), {
      dataset: this.name,
      all: () => stage.all(),
      get: (id) => stage.get(id),
    })
    return (Array.isArray(found) ? found : [found]).map(idOf).filter((id) => id !== undefined)
  }
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const isDocument = typeof value === 'object' && value !== null && '_id' in value
  return isDocument && typeof value._id === 'string' ? value._id : undefined
}
