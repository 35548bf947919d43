import type { Dataset } from './dataset.ts'
import { publishedId, type StoredDocument } from './document.ts'
import { effectsOf } from './effects.ts'
import type { Moment, TransactionParameters } from './history-parameters.ts'
import type { Step } from './store/history-table.ts'

/** The lines of the transaction log about some documents. */
export function transactionLog(dataset: Dataset, ids: string[], wanted: TransactionParameters): object[] {
  const transactions = [...Map.groupBy(dataset.history(ids), (step) => step.id)]
  const from = transactions.findIndex(([id]) => id === wanted.fromTransaction)
  const to = transactions.findIndex(([id]) => id === wanted.toTransaction)
  const range = transactions
    .slice(Math.max(from, 0), to < 0 ? undefined : to + 1)
    .filter(([, [step]]) => step !== undefined && isWanted(step, wanted))
  const ordered = wanted.reverse ? range.reverse() : range
  const withoutMutations = wanted.excludeContent || wanted.excludeMutations
  return ordered.slice(0, wanted.limit).map(([id, steps]) => ({
    id,
    timestamp: steps[0]?.timestamp,
    author: steps[0]?.author,
    documentIDs: steps.map((step) => step.documentId),
    mutations: withoutMutations ? undefined : steps.flatMap((step) => step.mutations),
    effects: wanted.effectFormat
      ? Object.fromEntries(steps.map((step) => [step.documentId, effectsOf(step)]))
      : undefined,
  }))
}

function isWanted(
  { timestamp, author }: Step,
  { fromTime, toTime, authors }: TransactionParameters,
): boolean {
  const time = Date.parse(timestamp)
  return (
    (fromTime === undefined || time >= Date.parse(fromTime)) &&
    (toTime === undefined || time <= Date.parse(toTime)) &&
    (authors === undefined || authors.includes(author))
  )
}

/** The document as it was right after a transaction or at a time; null where it was not there. */
export function documentAt(dataset: Dataset, id: string, { revision, time }: Moment): StoredDocument | null {
  const steps = dataset.history([id])
  if (revision !== undefined) return steps.find((step) => step.id === revision)?.after ?? null
  if (time === undefined) return dataset.get(id) ?? null
  const until = Date.parse(time)
  return steps.findLast((step) => Date.parse(step.timestamp) <= until)?.after ?? null
}

/** What happened to a document and its draft in the words of the Studio's history pane, oldest first. */
export function documentEvents(dataset: Dataset, id: string): object[] {
  const published = publishedId(id)
  const draft = `drafts.${published}`
  const transactions = Map.groupBy(dataset.history([published, draft]), (step) => step.id)
  return [...transactions.values()].flatMap((steps) => {
    const event = eventOf(steps, published, draft)
    return event ? [event] : []
  })
}

function eventOf(steps: Step[], published: string, draft: string): object | undefined {
  const [first] = steps
  if (!first) return undefined
  const { id, timestamp, author, actions } = first
  const base = { id, timestamp, author, documentId: published }
  const version = { versionId: draft, versionRevisionId: id }
  const ofDraft = steps.find((step) => step.documentId === draft)
  const ofPublished = steps.find((step) => step.documentId === published)
  if (ofPublished?.after && (ofDraft?.after === null || actions.includes('sanity.action.document.publish'))) {
    const publishCause = { type: 'document.publish' }
    return { ...base, ...version, type: 'publishDocumentVersion', revisionId: id, publishCause }
  }
  if (
    ofPublished?.after === null &&
    (ofDraft?.after || actions.includes('sanity.action.document.unpublish'))
  ) {
    return { ...base, ...version, type: 'unpublishDocument' }
  }
  if (ofPublished?.after === null) return { ...base, type: 'deleteDocumentGroup' }
  if (ofDraft && !ofDraft.before && ofDraft.after) {
    return { ...base, ...version, type: 'createDocumentVersion', revisionId: id }
  }
  if (ofDraft?.after === null) return { ...base, ...version, type: 'deleteDocumentVersion' }
  if (ofPublished && !ofPublished.before) return { ...base, type: 'createLiveDocument', revisionId: id }
  return undefined
}
