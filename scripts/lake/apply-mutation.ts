import { addArrayKeys } from './array-keys.ts'
import { documentTime, isValidId, type NewDocument, type StoredDocument } from './document.ts'
import { type ApiError, invalidMutation, mutationError } from './errors.ts'
import { obstacleToCounting } from './increments.ts'
import type { Mutation } from './mutations.ts'
import type { PatchOperations } from './patch-operations.ts'
import { countOut, stepsOf } from './patch-ranges.ts'
import { patchedDocument } from './patched-document.ts'
import { strangerInReference } from './reference-shape.ts'
import type { Stage } from './stage.ts'

export type MutationResult = {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: StoredDocument
}

/** What all mutations of one transaction have in common. */
export type Stamp = {
  transactionId: string
  timestamp: string
  /** Give every object in an array a `_key`. */
  arrayKeys: boolean
  /** Fills in what the lake knows better than the writer, such as the address of an asset. */
  complete<Document extends NewDocument>(document: Document): Document
}

/**
 * @param selected ids of the documents that a patch or deletion is for
 * @param index the mutation's place in its request, for the error that names it
 */
export function applyMutation(
  mutation: Mutation,
  selected: string[],
  stage: Stage,
  stamp: Stamp,
  index: number,
): MutationResult[] {
  if ('create' in mutation) return [create('create', mutation.create, stage, stamp, index)]
  if ('createIfNotExists' in mutation) {
    return [create('createIfNotExists', mutation.createIfNotExists, stage, stamp, index)]
  }
  if ('createOrReplace' in mutation) {
    return [create('createOrReplace', mutation.createOrReplace, stage, stamp, index)]
  }
  if ('delete' in mutation) return selected.map((id) => remove(id, stage))
  const { id: _id, query: _query, params: _params, ...operations } = mutation.patch
  return selected.map((id) => patch(id, operations, stage, stamp, index))
}

type Creation = 'create' | 'createIfNotExists' | 'createOrReplace'

function create(
  operation: Creation,
  input: NewDocument,
  stage: Stage,
  stamp: Stamp,
  index: number,
): MutationResult {
  const id = input._id
  if (!isValidId(id)) throw invalidMutation(index, `Malformed document ID: "${id.slice(0, 200)}"`)
  if (input._type === '') throw invalidMutation(index, `Document "${id}" does not have a type`)
  const current = stage.get(id)
  if (current && operation === 'create') {
    const description = `Document by ID "${id}" already exists`
    throw mutationError(409, index, { description, type: 'documentAlreadyExistsError', id })
  }
  if (current && operation === 'createIfNotExists') return { id, operation: 'none', document: current }
  // The hosted lake compares with what was there before the transaction too: deleting first does not help.
  const before = current ?? stage.stored(id)
  if (before && before._type !== input._type) throw immutable('_type', id, index)
  const content = stamp.arrayKeys ? addArrayKeys(input) : input
  const { _rev, _updatedAt, _createdAt, ...fields } = content
  checkReferenceShape(fields, index)
  const document = stamp.complete({
    ...fields,
    _id: id,
    _type: input._type,
    _createdAt: creationTime(_createdAt, index) ?? current?._createdAt ?? documentTime(stamp.timestamp),
  })
  const stored = stampRevision(document, stamp)
  stage.write(id, stored, { [operation]: document })
  return { id, operation: current ? 'update' : 'create', document: stored }
}

/** What is imported keeps the time it was made. */
function creationTime(value: unknown, index: number): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value
  throw invalidMutation(index, 'The attribute "_createdAt" has to be a date and time in ISO 8601')
}

function remove(id: string, stage: Stage): MutationResult {
  const current = stage.get(id)
  if (!current) return { id, operation: 'none' }
  stage.write(id, null, { delete: { id } })
  return { id, operation: 'delete', document: current }
}

function patch(
  id: string,
  { ifRevisionID, ...operations }: PatchOperations,
  stage: Stage,
  stamp: Stamp,
  index: number,
): MutationResult {
  const current = stage.get(id)
  if (!current) {
    const description = `The document with the ID "${id}" was not found`
    throw mutationError(409, index, { description, type: 'documentNotFoundError', id })
  }
  if (ifRevisionID !== undefined && ifRevisionID !== current._rev) {
    throw mutationError(409, index, {
      description: `Document "${id}" has unexpected revision ID ("${current._rev}"), expected "${ifRevisionID}"`,
      type: 'documentRevisionIDDoesNotMatchError',
      currentRevisionID: current._rev,
      expectedRevisionID: ifRevisionID,
    })
  }
  let patched: NewDocument = current
  const mutations: { patch: object }[] = []
  for (const step of stepsOf(stamp.arrayKeys ? addArrayKeys(operations) : operations)) {
    for (const counted of countOut(step, patched)) {
      checkCounting(counted, patched, index)
      const mutation = { patch: { id, ...counted } }
      patched = patchedDocument(patched, mutation, index)
      mutations.push(mutation)
    }
  }
  if (patched._id !== id) throw immutable('_id', id, index)
  if (patched._type !== current._type) throw immutable('_type', id, index)
  checkReferenceShape(patched, index)
  const document = stampRevision(stamp.complete({ ...patched, _createdAt: current._createdAt }), stamp)
  stage.write(id, document, ...mutations)
  return { id, operation: 'update', document }
}

function checkCounting(operations: PatchOperations, current: NewDocument, index: number): void {
  const { inc, dec, insert, ...before } = operations
  if (!inc && !dec) return
  const document = patchedDocument(current, { patch: { id: current._id, ...before } }, index)
  const description = obstacleToCounting(operations, document)
  if (description === undefined) return
  throw mutationError(409, index, { description, type: 'mutationError', id: current._id })
}

function stampRevision(document: NewDocument & { _createdAt: string }, stamp: Stamp): StoredDocument {
  return { ...document, _rev: stamp.transactionId, _updatedAt: documentTime(stamp.timestamp) }
}

function checkReferenceShape(document: object, index: number): void {
  const stranger = strangerInReference(document)
  if (stranger !== undefined) throw invalidMutation(index, `Key "${stranger}" not allowed in ref`)
}

function immutable(attribute: string, id: string, index: number): ApiError {
  const description = `Cannot modify immutable attribute "${attribute}"`
  return mutationError(409, index, {
    description,
    type: 'cannotModifyImmutableAttributeError',
    attribute,
    id,
  })
}
