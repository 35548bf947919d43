import { applyPatch, type RawPatch } from 'mendoza'
import type { Change } from '../commit.ts'
import { publishedId, type StoredDocument } from '../document.ts'
import { encodePatch } from '../mendoza/encode.ts'

/** One change as it is kept: how to come back from it, and its mutations without the documents they carry. */
export type HistoryEntry = {
  /** Leads from the state after the change to the state before it. */
  revert: RawPatch
  /** The document to whose state after the transaction `revert` applies, where that is another one. */
  revertOf: string | null
  mutations: StoredMutation[]
}

/** A mutation that carries a whole document is kept as the difference between that and the state after the change. */
type StoredMutation = { plain: object } | { whole: string; difference: RawPatch }

const wholes = ['create', 'createIfNotExists', 'createOrReplace']

/** @param together every change of the same transaction */
export function encodeChange(change: Change, together: Change[]): HistoryEntry {
  const { before, after, documentId } = change
  const twin = before && !after ? survivor(documentId, together) : undefined
  return {
    revert: encodePatch(twin?.after ?? after, before),
    revertOf: twin?.documentId ?? null,
    mutations: change.mutations.map((mutation) => encodeMutation(mutation, after)),
  }
}

/** @param after the state after the transaction of a document by id */
export function decodeChange(
  documentId: string,
  { revert, revertOf, mutations }: HistoryEntry,
  after: (id: string) => StoredDocument | null,
): Change {
  return {
    documentId,
    before: applyPatch(after(revertOf ?? documentId), revert),
    after: after(documentId),
    mutations: mutations.map((mutation) =>
      'plain' in mutation
        ? mutation.plain
        : { [mutation.whole]: applyPatch(after(documentId), mutation.difference) },
    ),
  }
}

/** What lives on of a document that goes: of a draft that is published, the published one. */
function survivor(id: string, together: Change[]): Change | undefined {
  return together.find((other) => other.after && publishedId(other.documentId) === publishedId(id))
}

function encodeMutation(mutation: object, after: StoredDocument | null): StoredMutation {
  const [[name, value] = []] = Object.entries(mutation)
  if (name === undefined || !wholes.includes(name)) return { plain: mutation }
  return { whole: name, difference: encodePatch(after, value) }
}
