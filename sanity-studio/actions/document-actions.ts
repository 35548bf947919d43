import type { DocumentActionComponent, DocumentActionsResolver, NewDocumentOptionsResolver } from 'sanity'
import { publishOnce } from '../publishing/publish-once.ts'
import { approveReply, rejectReply } from '../replies/reply-actions.tsx'
import { aboutEvening } from '../writing/recap-templates.ts'
import { deleteUnused } from './delete-unused.tsx'
import { duplicateAfresh } from './duplicate-afresh.ts'
import { openOnSite } from './open-on-site.ts'
import { takeOffSite } from './take-off-site.tsx'
import { writeRecap } from './write-recap.ts'

/** Of Sanity's own actions, those that make sense for types of which organisers make no documents. */
const allowed: Readonly<Record<string, string[]>> = {
  // There is one, which can be changed, never made, copied or removed.
  siteSettings: ['publish', 'discardChanges', 'restore'],
  // Readers make them; deleting one takes its e-mail address along.
  reply: ['publish', 'discardChanges', 'restore'],
  replyContact: ['delete'],
}

const ours: Readonly<Record<string, DocumentActionComponent[]>> = {
  siteSettings: [],
  reply: [rejectReply, takeOffSite],
  replyContact: [],
  event: [writeRecap, openOnSite, takeOffSite],
}

/** Sanity's own actions, mended where organisers need more of them, and those of this Studio. */
export const documentActions: DocumentActionsResolver = (previous, { schemaType }) => {
  const sanitys = previous
    .filter(({ action }) => !allowed[schemaType] || (action && allowed[schemaType].includes(action)))
    .map((action) => mended(action, schemaType))
  return [...sanitys, ...(ours[schemaType] ?? [openOnSite, takeOffSite])]
}

const mendedActions = new WeakMap<DocumentActionComponent, Map<string, DocumentActionComponent>>()

/** The same one each time: an action that is replaced forgets what it was asked. */
function mended(action: DocumentActionComponent, type: string): DocumentActionComponent {
  const byType = mendedActions.get(action) ?? new Map<string, DocumentActionComponent>()
  mendedActions.set(action, byType)
  const known = byType.get(type) ?? mend(action, type)
  byType.set(type, known)
  return known
}

function mend(action: DocumentActionComponent, type: string): DocumentActionComponent {
  if (action.action === 'duplicate') return duplicateAfresh(action)
  if (action.action === 'delete') return deleteUnused(action)
  if (action.action !== 'publish') return action
  const publish = publishOnce(action)
  return type === 'reply' ? approveReply(publish) : publish
}

/** Templates that nobody begins with an empty form: the settings are there, replies come from readers. */
const notBegun = ['siteSettings', 'reply', 'replyContact', aboutEvening]

export const newDocumentOptions: NewDocumentOptionsResolver = (options) =>
  options.filter(({ templateId }) => !notBegun.includes(templateId))
