import type { Dataset } from './dataset.ts'
import type { StoredDocument } from './document.ts'
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
