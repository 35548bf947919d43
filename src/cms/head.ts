import type { AnyDocument, DocumentType } from './schemas/documents.ts'
import type { StoredBody } from './schemas/portable-text.ts'
import type { RecapDocument } from './schemas/recap.ts'

/** A parsed document without what is long. */
export type Head = Exclude<AnyDocument, RecapDocument> | RecapHead

export type RecapHead = Omit<RecapDocument, 'body'>

export type HeadOf<T extends DocumentType> = Extract<Head, { _type: T }>

/** Takes a document apart into what is read often and what is read seldom. */
export function headAndBody(document: AnyDocument): { head: Head; body: StoredBody | undefined } {
  if (document._type !== 'recap') return { head: document, body: undefined }
  const { body, ...head } = document
  return { head, body }
}
