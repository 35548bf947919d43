import type { Action } from './action-schema.ts'
import { expandAction } from './actions.ts'
import { hasReleases } from './api-version.ts'
import { applyMutation, type MutationResult, type Stamp } from './apply-mutation.ts'
import { AssetAddresses } from './assets/address.ts'
import type { Viewer } from './auth.ts'
import { Breather } from './breather.ts'
import type { Commit } from './commit.ts'
import type { StoredDocument, Visibility } from './document.ts'
import { type ApiError, httpError, transactionExists } from './errors.ts'
import { identifier } from './identifier.ts'
import { checkReferences } from './integrity.ts'
import { Listeners } from './listeners.ts'
import { LiveEvents } from './live.ts'
import type { Mutation } from './mutations.ts'
import { raw } from './perspectives.ts'
import { organiser, projectId } from './project.ts'
import type { JsonAnswer } from './query/json-answer.ts'
import type { Question } from './query/messages.ts'
import type { QueryPool } from './query/query-pool.ts'
import { namedIds, queryOf, selectIds } from './selection.ts'
import { Stage } from './stage.ts'
import type { Step } from './store/history-table.ts'
import type { Store } from './store/store.ts'

export type TransactionOptions = {
  transactionId?: string
  dryRun?: boolean
  arrayKeys?: boolean
}

export type TransactionResult = { transactionId: string; results: MutationResult[] }

export type DatasetOptions = {
  name: string
  isPrivate: boolean
  store: Store
  queries: QueryPool
  /** Where the lake can be reached now; the addresses of assets start with it. */
  lakeUrl: string
  /** Called after every commit that deleted documents, with their ids. */
  onDelete: (dataset: Dataset, ids: string[]) => void
}

export function datasetMissing(name: string): ApiError {
  return httpError(404, `Dataset "${name.slice(0, 100)}" not found for project ID "${projectId}"`)
}

/** How often the queries of a transaction are asked before it is its turn. */
const attemptsOutOfTurn = 3

/** How long the queries of one transaction may take together, in milliseconds, before no more are asked. */
const patience = { patiently: 10_000, quickly: 400 }

/** One dataset: its documents, the transactions on them, and those who want to hear of these. */
export class Dataset {
  readonly name: string
  readonly listeners: Listeners
  readonly live: LiveEvents
  /** Whether nothing can be seen without the token. */
  isPrivate: boolean
  readonly #store: Store
  readonly #queries: QueryPool
  readonly #addresses: AssetAddresses
  readonly #onDelete: DatasetOptions['onDelete']
  #lastTransaction: Promise<unknown> = Promise.resolve()
  /** How many there have been since the start. */
  #commits = 0
  #isGone = false

  constructor({ name, isPrivate, store, queries, lakeUrl, onDelete }: DatasetOptions) {
    this.name = name
    this.isPrivate = isPrivate
    this.#store = store
    this.#queries = queries
    this.#addresses = new AssetAddresses(lakeUrl)
    this.#onDelete = onDelete
    this.listeners = new Listeners(name, (id) => this.get(id))
    this.live = new LiveEvents(name)
  }

  /** @param apiVersion without the leading v; left out where it does not matter */
  visibilityFor(viewer: Viewer, apiVersion = 'X'): Visibility {
    if (viewer === 'organiser') return hasReleases(apiVersion) ? 'everything' : 'unversioned'
    return this.isPrivate ? 'nothing' : 'public'
  }

  get(id: string): StoredDocument | undefined {
    const document = this.#store.documents.get(this.name, id)
    return document && this.#addresses.add(document)
  }

  /** Every document as it is when this is first asked for the next one, in the order of ids. */
  *all(): Generator<StoredDocument> {
    for (const document of this.#store.snapshot(this.name)) yield this.#addresses.add(document)
  }

  versionsOf(id: string): StoredDocument[] {
    return this.#store.documents.versionsOf(this.name, id).map((document) => this.#addresses.add(document))
  }

  /** Ids of the documents that refer to this one. */
  referrers(id: string): string[] {
    return this.#store.documents.referrers(this.name, id, 'any')
  }

  /**
   * The value of a query.
   * @param signal says that nobody waits for it any more
   * @throws ApiError
   */
  query(question: Omit<Question, 'dataset' | 'staged'>, signal: AbortSignal): Promise<JsonAnswer> {
    return this.#queries.ask({ dataset: this.name, ...question }, signal)
  }

  /**
   * Queries of mutations may take long, so they are asked before it is the transaction's turn. What they find counts if
   * nothing has been written by then. Where others always come first, they are asked in the turn in the end, quickly.
   */
  async mutate(mutations: Mutation[], options: TransactionOptions = {}): Promise<TransactionResult> {
    const transact = (selected: string[][]) =>
      this.#transact(options, [], mutations, (mutation, stage, stamp, index) =>
        applyMutation(mutation, selected[index] ?? namedIds(mutation), stage, stamp, index),
      )
    if (!mutations.some(queryOf)) return this.#inTurn(() => transact([]))
    for (let attempt = 1; attempt <= attemptsOutOfTurn; attempt++) {
      const moment = this.#commits
      const selected = await this.#select(mutations, options, 'patiently')
      const result = await this.#inTurn(() => (this.#commits === moment ? transact(selected) : undefined))
      if (result) return result
    }
    return this.#inTurn(async () => transact(await this.#select(mutations, options, 'quickly')))
  }

  act(actions: Action[], options: TransactionOptions = {}): Promise<TransactionResult> {
    const names = actions.map((action) => action.actionType)
    return this.#inTurn(() =>
      this.#transact({ arrayKeys: true, ...options }, names, actions, (action, stage, stamp, index) =>
        expandAction(action, stage, index).flatMap((mutation) =>
          applyMutation(mutation, namedIds(mutation), stage, stamp, index),
        ),
      ),
    )
  }

  /** Everything that is known to have happened to some documents, oldest first. */
  history(documentIds: string[]): Step[] {
    const withAddress = (document: StoredDocument | null) => document && this.#addresses.add(document)
    return this.#store
      .history(this.name, documentIds)
      .map((step) => ({ ...step, before: withAddress(step.before), after: withAddress(step.after) }))
  }

  /** For a dataset that has been deleted: whatever still waits for its turn is refused. */
  end(): void {
    this.#isGone = true
    for (const streams of [this.listeners, this.live]) streams.disconnect('The dataset has been deleted')
  }

  /** One transaction after the other, as each sees what the one before it did. */
  #inTurn<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const transaction = this.#lastTransaction.then(work)
    this.#lastTransaction = transaction.catch(() => undefined)
    return transaction
  }

  /** Works a transaction out, keeps it, and only then lets anybody see it. */
  async #transact<Part>(
    options: TransactionOptions,
    actions: string[],
    parts: Part[],
    work: (part: Part, stage: Stage, stamp: Stamp, index: number) => MutationResult[],
  ): Promise<TransactionResult> {
    const { stage, stamp } = this.#begin(options)
    const { transactionId, timestamp } = stamp
    if (this.#store.hasTransaction(this.name, transactionId)) throw transactionExists(transactionId)
    const breather = new Breather()
    const results: MutationResult[] = []
    for (const [index, part] of parts.entries()) {
      for (const result of work(part, stage, stamp, index)) results.push(result)
      await breather.breathe()
    }
    if (this.#isGone) throw datasetMissing(this.name)
    checkReferences(stage, (id) => this.#store.documents.referrers(this.name, id, 'strong'))
    const changes = stage.changes()
    // Nothing done is no transaction, as in the hosted lake.
    if (!options.dryRun && changes.length > 0) {
      this.#commit({ id: transactionId, timestamp, author: organiser.id, actions, changes })
    }
    return { transactionId, results }
  }

  #begin({ transactionId = identifier(), arrayKeys = false }: TransactionOptions): {
    stage: Stage
    stamp: Stamp
  } {
    const stage = new Stage({
      get: (id) => this.get(id),
      versionsOf: (id) => this.versionsOf(id).map((document) => document._id),
    })
    const complete: Stamp['complete'] = (document) => this.#addresses.add(document)
    return { stage, stamp: { transactionId, timestamp: new Date().toISOString(), arrayKeys, complete } }
  }

  #commit(commit: Commit): void {
    const changes = commit.changes.map((change) => ({
      ...change,
      before: change.before && this.#addresses.remove(change.before),
      after: change.after && this.#addresses.remove(change.after),
    }))
    this.#store.commit(this.name, { ...commit, changes })
    this.#commits += 1
    this.listeners.publish(commit)
    this.live.publish(commit)
    const deleted = changes.filter(({ after }) => !after).map(({ documentId }) => documentId)
    if (deleted.length > 0) this.#onDelete(this, deleted)
  }

  /** A mutation's query sees every version and what earlier mutations of its transaction did. */
  #select(
    mutations: Mutation[],
    options: TransactionOptions,
    manner: 'patiently' | 'quickly',
  ): Promise<string[][]> {
    const { stage, stamp } = this.#begin(options)
    return selectIds(mutations, {
      ask: (query, params) => {
        const staged = stage.written()
        const seen = { perspective: raw, visibility: 'everything' } as const
        const question = { dataset: this.name, query, params, staged, ...seen }
        return manner === 'quickly' ? this.#queries.askQuickly(question) : this.#queries.ask(question)
      },
      apply: (mutation, selected, index) => applyMutation(mutation, selected, stage, stamp, index),
      patience: patience[manner],
    })
  }
}
