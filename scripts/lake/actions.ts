import type { Action, ActionOf } from './action-schema.ts'
import { publishedId, type StoredDocument } from './document.ts'
import { type ApiError, actionError } from './errors.ts'
import type { Mutation } from './mutations.ts'
import type { Stage } from './stage.ts'
import { strengthenReferences } from './strengthen.ts'

/**
 * The mutations an action stands for, given what its transaction has done so far.
 * @param index the action's place in its request, for the error that names it
 */
export function expandAction(action: Action, stage: Stage, index: number): Mutation[] {
  const refuse = (description: string, type = 'invalidActionError'): ApiError =>
    actionError(409, index, { description, type })
  const existing = (id: string): StoredDocument => {
    const document = stage.get(id)
    if (!document) throw refuse(`Document "${id}" was not found`, 'documentNotFoundError')
    return document
  }
  switch (action.actionType) {
    case 'sanity.action.document.create':
      return createDraft(action, stage, refuse)
    case 'sanity.action.document.edit':
      return edit(action, stage, existing)
    case 'sanity.action.document.publish':
      return publish(action, stage, existing, refuse)
    case 'sanity.action.document.unpublish': {
      const document = existing(action.publishedId)
      const draft = stage.get(action.draftId) ? [] : [{ create: copy(document, action.draftId) }]
      return [...draft, remove(action.publishedId)]
    }
    case 'sanity.action.document.delete':
      return deleteAll(action, stage, refuse)
    case 'sanity.action.document.discard':
      return [remove(existing(action.draftId)._id)]
    case 'sanity.action.document.version.discard':
      return [remove(existing(action.versionId)._id)]
    case 'sanity.action.document.replaceDraft':
      // The Studio restores an old revision with it: there may be a draft, or only what is published.
      if (!stage.get(publishedId(action.attributes._id))) existing(action.attributes._id)
      return [{ createOrReplace: action.attributes }]
    case 'sanity.action.document.version.replace':
      existing(action.document._id)
      return [{ createOrReplace: action.document }]
    case 'sanity.action.document.version.create':
      return createVersion(action, stage, existing, refuse)
    case 'sanity.action.document.version.unpublish':
      existing(action.publishedId)
      return [
        { createIfNotExists: copy(existing(action.publishedId), action.versionId) },
        { patch: { id: action.versionId, set: { '_system.delete': true } } },
      ]
  }
}

type Refuse = (description: string, type?: string) => ApiError
type Existing = (id: string) => StoredDocument

function createDraft(action: ActionOf<'create'>, stage: Stage, refuse: Refuse): Mutation[] {
  const id = action.attributes._id ?? `drafts.${action.publishedId}`
  if (publishedId(id) !== action.publishedId) {
    throw refuse(`"${id}" is not a version of "${action.publishedId}"`)
  }
  if (!stage.get(id)) return [{ create: { ...action.attributes, _id: id } }]
  if (action.ifExists === 'ignore') return []
  throw refuse(`Document by ID "${id}" already exists`, 'documentAlreadyExistsError')
}

function createVersion(
  action: ActionOf<'createVersion'>,
  stage: Stage,
  existing: Existing,
  refuse: Refuse,
): Mutation[] {
  const id = action.document?._id ?? action.versionId
  if (!id) throw refuse('A version needs a document with an _id, or a baseId and a versionId')
  if (stage.get(id)) throw refuse(`Document by ID "${id}" already exists`, 'documentAlreadyExistsError')
  if (action.document) return [{ create: action.document }]
  if (!action.baseId) throw refuse('A version without a document needs a baseId')
  const base = existing(action.baseId)
  checkRevision(base, action.ifBaseRevisionId, refuse)
  return [{ create: copy(base, id) }]
}

/** An edit of a document without a draft begins with one. */
function edit(action: ActionOf<'edit'>, stage: Stage, existing: Existing): Mutation[] {
  const patch: Mutation = { patch: { id: action.draftId, ...action.patch } }
  if (stage.get(action.draftId)) return [patch]
  return [{ create: copy(existing(action.publishedId), action.draftId) }, patch]
}

function publish(action: ActionOf<'publish'>, stage: Stage, existing: Existing, refuse: Refuse): Mutation[] {
  const draft = existing(action.draftId)
  const current = stage.get(action.publishedId)
  checkRevision(draft, action.ifDraftRevisionId, refuse)
  if (current) checkRevision(current, action.ifPublishedRevisionId, refuse)
  const document = { ...strengthenReferences(copy(draft, action.publishedId)) }
  if (current) document._createdAt = current._createdAt
  return [{ createOrReplace: document }, remove(action.draftId)]
}

function deleteAll(action: ActionOf<'delete'>, stage: Stage, refuse: Refuse): Mutation[] {
  const ids = [...action.includeDrafts, action.publishedId].filter((id) => stage.get(id))
  if (ids.length === 0)
    throw refuse(`Document "${action.publishedId}" was not found`, 'documentNotFoundError')
  return ids.map(remove)
}

function checkRevision(document: StoredDocument, expected: string | undefined, refuse: Refuse): void {
  if (expected === undefined || expected === document._rev) return
  throw refuse(
    `Document "${document._id}" has unexpected revision ID ("${document._rev}"), expected "${expected}"`,
    'documentRevisionIDDoesNotMatchError',
  )
}

function remove(id: string): Mutation {
  return { delete: { id } }
}

function copy(
  document: StoredDocument,
  id: string,
): { _id: string; _type: string; [field: string]: unknown } {
  const { _rev, _updatedAt, ...content } = document
  return { ...content, _id: id }
}
