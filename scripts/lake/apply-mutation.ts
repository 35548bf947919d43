import { randomUUID } from 'node:crypto'
import { Mutation as Mutator } from '@sanity/mutator'
import { addArrayKeys } from './array-keys.ts'
import { documentTime, isValidId, type NewDocument, type StoredDocument } from './document.ts'
import { ApiError, malformed, mutationError } from './errors.ts'
import { checkNesting } from './json-limits.ts'
import type { Mutation, PatchOperations, Selection } from './mutations.ts'
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
  /** Ids of the documents, staged ones included, that a query finds. */
  select(query: string, params: Record<string, unknown>): string[]
}

/** @param index the mutation's place in its request, for the error that names it */
export function applyMutation(
  mutation: Mutation,
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
  if ('delete' in mutation) return selected(mutation.delete, stamp).map((id) => remove(id, stage))
  const { id: _id, query: _query, params: _params, ...operations } = mutation.patch
  return selected(mutation.patch, stamp).map((id) => patch(id, operations, stage, stamp, index))
}

function selected({ id, query, params }: Selection, stamp: Stamp): string[] {
  if (id !== undefined) return typeof id === 'string' ? [id] : id
  if (query !== undefined) return stamp.select(query, params ?? {})
  throw malformed('A patch or delete needs an id or a query')
}

type Creation = 'create' | 'createIfNotExists' | 'createOrReplace'

function create(
  operation: Creation,
  input: { _id?: string; _type: string; [field: string]: unknown },
  stage: Stage,
  stamp: Stamp,
  index: number,
): MutationResult {
  const id = completeId(input._id)
  if (!isValidId(id))
    throw mutationError(400, index, {
      description: `Invalid document ID "${id}"`,
      type: 'validationError',
      id,
    })
  if (input._type === '')
    throw mutationError(400, index, {
      description: 'Document does not have a type',
      type: 'validationError',
      id,
    })
  const current = stage.get(id)
  if (current && operation === 'create') {
    const description = `Document by ID "${id}" already exists`
    throw mutationError(409, index, { description, type: 'documentAlreadyExistsError', id })
  }
  if (current && operation === 'createIfNotExists') return { id, operation: 'none', document: current }
  if (current && current._type !== input._type) throw immutable('_type', id, index)
  const content = stamp.arrayKeys ? addArrayKeys(input) : input
  const { _rev, _updatedAt, ...fields } = content
  const document = stamp.complete({
    ...fields,
    _id: id,
    _type: input._type,
    _createdAt:
      typeof fields._createdAt === 'string'
        ? fields._createdAt
        : (current?._createdAt ?? documentTime(stamp.timestamp)),
  })
  const stored = stampRevision(document, stamp)
  stage.write(id, stored, { [operation]: document })
  return { id, operation: current ? 'update' : 'create', document: stored }
}

/** No id gives a random one; an id that ends in a dot is a path to put a random one under. */
function completeId(id: string | undefined): string {
  if (id === undefined || id === '') return randomUUID()
  return id.endsWith('.') ? id + randomUUID() : id
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
  const mutation = { patch: { id, ...(stamp.arrayKeys ? addArrayKeys(operations) : operations) } }
  const patched = patchedCopy(current, mutation, index)
  if (patched._id !== id) throw immutable('_id', id, index)
  if (patched._type !== current._type) throw immutable('_type', id, index)
  const document = stampRevision(stamp.complete({ ...patched, _createdAt: current._createdAt }), stamp)
  stage.write(id, document, mutation)
  return { id, operation: 'update', document }
}

function patchedCopy(current: StoredDocument, mutation: { patch: object }, index: number): NewDocument {
  try {
    // Without a timestamp and a transaction the mutator leaves the document it is given untouched.
    const result = new Mutator({ mutations: [structuredClone(mutation) as never] }).apply(current)
    checkNesting(result)
    return result as NewDocument
  } catch (error) {
    if (error instanceof ApiError) throw error
    const description = error instanceof Error ? error.message : 'The patch cannot be applied'
    throw mutationError(400, index, { description, type: 'validationError', id: current._id })
  }
}

function stampRevision(document: NewDocument & { _createdAt: string }, stamp: Stamp): StoredDocument {
  return { ...document, _rev: stamp.transactionId, _updatedAt: documentTime(stamp.timestamp) }
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
