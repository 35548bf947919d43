import type { Action, ActionOf } from './action-schema.ts'
import type { StoredDocument } from './document.ts'
import { actionError } from './errors.ts'
import type { Mutation } from './mutations.ts'
import type { Stage } from './stage.ts'
import { strengthenReferences } from './strengthen.ts'

/**
 * The mutations an action stands for, given what its transaction has done so far.
 * @param index the action's place in its request, for the error that names it
 */
export function expandAction(action: Action, stage: Stage, index: number): Mutation[] {
  const state = new State(stage, index)
  switch (action.actionType) {
    case 'sanity.action.document.create':
      return createDraft(action, state)
    case 'sanity.action.document.edit':
      return edit(action, state)
    case 'sanity.action.document.publish':
      return publish(action, state)
    case 'sanity.action.document.unpublish': {
      const document = state.existing(action.publishedId)
      const draft = state.get(action.draftId) ? [] : [{ create: copy(document, action.draftId) }]
      return [...draft, remove(action.publishedId)]
    }
    case 'sanity.action.document.delete':
      return deleteAll(action, state)
    case 'sanity.action.document.discard':
      return [remove(state.existing(action.draftId)._id)]
    case 'sanity.action.document.version.discard':
      return [remove(state.existing(action.versionId)._id)]
    case 'sanity.action.document.replaceDraft':
      // The Studio restores an old revision with it: there may be a draft, or only what is published.
      if (!state.get(action.publishedId)) state.existing(action.attributes._id)
      return [{ createOrReplace: action.attributes }]
    case 'sanity.action.document.version.replace':
      state.existing(action.document._id)
      return [{ createOrReplace: action.document }]
    case 'sanity.action.document.version.create':
      return createVersion(action, state)
    case 'sanity.action.document.version.unpublish':
      return [
        { createIfNotExists: copy(state.existing(action.publishedId), action.versionId) },
        { patch: { id: action.versionId, set: { '_system.delete': true } } },
      ]
  }
}

/** What an action finds, and how it says that it cannot go on. */
class State {
  readonly #stage: Stage
  readonly #index: number

  constructor(stage: Stage, index: number) {
    this.#stage = stage
    this.#index = index
  }

  get(id: string): StoredDocument | undefined {
    return this.#stage.get(id)
  }

  existing(id: string): StoredDocument {
    const document = this.#stage.get(id)
    if (document) return document
    throw this.refuse('documentNotFoundError', `Document "${id}" was not found`, { id })
  }

  requireAbsent(id: string): void {
    if (!this.#stage.get(id)) return
    throw this.refuse('documentAlreadyExistsError', `Document by ID "${id}" already exists`, { id })
  }

  versionsOf(publishedId: string): string[] {
    return this.#stage.versionsOf(publishedId)
  }

  requireRevision(document: StoredDocument, expected: string | undefined): void {
    if (expected === undefined || expected === document._rev) return
    throw this.refuse(
      'documentRevisionIDDoesNotMatchError',
      `Document "${document._id}" has unexpected revision ID ("${document._rev}"), expected "${expected}"`,
      { id: document._id, currentRevisionID: document._rev, expectedRevisionID: expected },
    )
  }

  refuse(type: string, description: string, details: Record<string, unknown> = {}) {
    return actionError(409, this.#index, { description, type, ...details })
  }
}

function createDraft(action: ActionOf<'create'>, state: State): Mutation[] {
  const id = action.attributes._id ?? `drafts.${action.publishedId}`
  if (state.get(id) && action.ifExists === 'ignore') return []
  state.requireAbsent(action.publishedId)
  state.requireAbsent(id)
  return [{ create: { ...action.attributes, _id: id } }]
}

function createVersion(action: ActionOf<'createVersion'>, state: State): Mutation[] {
  const id = action.document?._id ?? action.versionId
  if (!id) {
    throw state.refuse(
      'invalidActionError',
      'A version needs a document with an _id, or a baseId and a versionId',
    )
  }
  state.requireAbsent(id)
  if (action.document) return [{ create: action.document }]
  if (!action.baseId) throw state.refuse('invalidActionError', 'A version without a document needs a baseId')
  const base = state.existing(action.baseId)
  state.requireRevision(base, action.ifBaseRevisionId)
  return [{ create: copy(base, id) }]
}

/** An edit of a document without a draft begins with one. */
function edit(action: ActionOf<'edit'>, state: State): Mutation[] {
  const patch: Mutation = { patch: { id: action.draftId, ...action.patch } }
  if (state.get(action.draftId)) return [patch]
  return [{ create: copy(state.existing(action.publishedId), action.draftId) }, patch]
}

function publish(action: ActionOf<'publish'>, state: State): Mutation[] {
  const draft = state.existing(action.draftId)
  const current = state.get(action.publishedId)
  state.requireRevision(draft, action.ifDraftRevisionId)
  if (current) state.requireRevision(current, action.ifPublishedRevisionId)
  else if (action.ifPublishedRevisionId !== undefined) state.existing(action.publishedId)
  const document = { ...strengthenReferences(copy(draft, action.publishedId)) }
  if (current) document._createdAt = current._createdAt
  return [{ createOrReplace: document }, remove(action.draftId)]
}

/** Deletes what is published together with its drafts; one that is not named keeps all of them. */
function deleteAll(action: ActionOf<'delete'>, state: State): Mutation[] {
  state.existing(action.publishedId)
  const versions = state.versionsOf(action.publishedId).filter((id) => id !== action.publishedId)
  const left = versions.find((id) => !action.includeDrafts.includes(id))
  if (left !== undefined) {
    throw state.refuse(
      'documentHasVersionsError',
      `Document "${action.publishedId}" cannot be deleted as it has the version "${left}", which is not included`,
      { id: action.publishedId, versionIDs: versions },
    )
  }
  return [...versions, action.publishedId].map(remove)
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
