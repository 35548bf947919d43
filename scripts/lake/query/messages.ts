import type { StoredDocument, Visibility } from '../document.ts'
import type { ErrorStatus } from '../errors.ts'
import type { Perspective } from '../perspectives.ts'
import type { Parameters } from './evaluate.ts'
import type { JsonAnswer } from './json-answer.ts'

/** What a thread that answers queries is asked. */
export type Question = {
  dataset: string
  query: string
  params: Parameters
  perspective: Perspective
  visibility: Visibility
  /** Documents as a transaction that is not kept yet leaves them; null for those that it deletes. */
  staged?: [id: string, document: StoredDocument | null][]
}

/** How long the answer may take, from when the thread has begun with it. */
export type Limits = { milliseconds: number; acceptsHeavy: boolean }

export type Answer =
  | { kind: 'value'; json: JsonAnswer }
  | { kind: 'refused'; status: ErrorStatus; message: string; body: Record<string, unknown> }
  | { kind: 'late' }
  /** It needs more memory than there is for one query. */
  | { kind: 'large' }
  /** The thread was ended in the middle, as the lake is. */
  | { kind: 'ended' }
  | { kind: 'fault'; message: string }

/** What the thread says: first that it has begun, then the answer. */
export type Told = { kind: 'begun' } | Answer

export type WorkerSettings = {
  /** The database. */
  file: string
  lakeUrl: string
  /** A folder for what is too long to be answered from memory. */
  answers: string
}
