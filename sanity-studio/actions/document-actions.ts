import type { DocumentActionComponent, DocumentActionsResolver, NewDocumentOptionsResolver } from 'sanity'
import { publishOnce } from '../publishing/publish-once.ts'
import { openOnSite } from './open-on-site.ts'
import { takeOffSite } from './take-off-site.ts'

const singleton = 'siteSettings'
const allowedOnSingleton = ['publish', 'discardChanges', 'restore']

/** There is one document of site settings: it can be changed, never made, copied or removed. */
export const documentActions: DocumentActionsResolver = (previous, { schemaType }) => {
  const actions = previous.map((action) => (action.action === 'publish' ? patient(action) : action))
  return schemaType === singleton
    ? actions.filter(({ action }) => action && allowedOnSingleton.includes(action))
    : [...actions, openOnSite, takeOffSite]
}

const patientActions = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/** The same one each time: an action that is replaced forgets what it was asked. */
function patient(publish: DocumentActionComponent): DocumentActionComponent {
  const known = patientActions.get(publish) ?? publishOnce(publish)
  patientActions.set(publish, known)
  return known
}

export const newDocumentOptions: NewDocumentOptionsResolver = (options) =>
  options.filter(({ templateId }) => templateId !== singleton)
