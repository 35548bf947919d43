import type { StoredDocument, Visibility } from '../document.ts'
import type { ErrorStatus } from '../errors.ts'
import type { Perspective } from '../perspectives.ts'
import type { Parameters } from './evaluate.ts'
import type { JsonAnswer } from './json-answer.ts'
import type { StopReason } from './stopped-query.ts'

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

/** What a thread is told to do: answer a question, or read a dataset before anybody asks. */
export type Asked = { question: Question; limits: Limits } | { prepare: string }

export type Answer =
  | { kind: 'value'; json: JsonAnswer }
  | { kind: 'refused'; status: ErrorStatus; message: string; body: Record<string, unknown> }
  | { kind: StopReason }
  /** The thread was ended in the middle, as the lake is. */
  | { kind: 'ended' }
  | { kind: 'fault'; message: string }

/**
 * What the thread says: that the time of the question has begun, or begun to count again, or that it prepares what
 * later questions need too, and last the answer.
 */
export type Told = { kind: 'begun' } | { kind: 'preparing' } | Answer

export type WorkerSettings = {
  /** The database. */
  file: string
  lakeUrl: string
  /** A folder for what is too long to be answered from memory. */
  answers: string
  /** Not 0 where nobody waits for the answer any more. */
  unwanted: Int32Array<SharedArrayBuffer>
}

/** What is the same for every thread. */
export type PoolSettings = Omit<WorkerSettings, 'unwanted'>
