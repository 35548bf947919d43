import type { StoredDocument } from './document.ts'

/** What one transaction did to one document. `null` stands for "was not there" and "is gone". */
export type Change = {
  documentId: string
  before: StoredDocument | null
  after: StoredDocument | null
  /** In the notation of the API, in order. */
  mutations: object[]
}

/** A transaction as it is kept; `timestamp` has milliseconds. */
export type Commit = {
  id: string
  timestamp: string
  author: string
  /** Names of the actions it came from; none where it came from mutations. */
  actions: string[]
  changes: Change[]
}
