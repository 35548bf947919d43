import type { Contract, Fields } from './contract.ts'

export type ActionCase = Contract & { actions: unknown }

export function action(name: string, fields: object): Fields {
  return { actionType: `sanity.action.document.${name}`, ...fields }
}

export const published = { _id: 'a', _type: 'note', text: 'published' }
export const draft = { _id: 'drafts.a', _type: 'note', text: 'draft' }
export const version = { _id: 'versions.rSummer.a', _type: 'note', text: 'summer' }
export const ids = { publishedId: 'a', draftId: 'drafts.a' }

export const conflict = (type: string, message: string) => ({ status: 409, type, message })
export const notFound = (id: string) => conflict('documentNotFoundError', `Document "${id}" was not found`)
export const exists = (id: string) =>
  conflict('documentAlreadyExistsError', `Document by ID "${id}" already exists`)
export const otherRevision = conflict('documentRevisionIDDoesNotMatchError', 'expected "old"')
