import type { DocumentActionsResolver, NewDocumentOptionsResolver } from 'sanity'
import { openOnSite } from './open-on-site.ts'
import { takeOffSite } from './take-off-site.ts'

const singleton = 'siteSettings'
const allowedOnSingleton = ['publish', 'discardChanges', 'restore']

/** There is one document of site settings: it can be changed, never made, copied or removed. */
export const documentActions: DocumentActionsResolver = (actions, { schemaType }) =>
  schemaType === singleton
    ? actions.filter(({ action }) => action && allowedOnSingleton.includes(action))
    : [...actions, openOnSite, takeOffSite]

export const newDocumentOptions: NewDocumentOptionsResolver = (options) =>
  options.filter(({ templateId }) => templateId !== singleton)
