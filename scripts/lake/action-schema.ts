import { z } from 'zod'
import { layer, publishedId as publishedIdOf } from './document.ts'
import { type ApiError, actionError } from './errors.ts'
import { checkJson } from './json-limits.ts'
import { documentId, parseBody, transactionId } from './mutations.ts'
import { patchOperations } from './patch-operations.ts'

const prefix = 'sanity.action.document.'

const publishedId = documentId.refine((id) => layer(id) === 'published', {
  error: (issue) => `"${String(issue.input)}" is not the ID of a published document`,
})
const versionId = documentId.refine((id) => layer(id) !== 'published', {
  error: (issue) => `"${String(issue.input)}" is not the ID of a draft or version`,
})
const document = z.looseObject({ _id: versionId.optional(), _type: z.string().min(1) })
const identified = document.extend({ _id: versionId })
const revision = z.string().optional()
/** Deleting the history as well: the lake keeps it all the same. */
const purge = z.boolean().optional()

/** Every action that is understood. As in the hosted lake, an unknown field is an error. */
const schemas = {
  create: z.strictObject({
    actionType: z.literal(`${prefix}create`),
    publishedId,
    attributes: document,
    ifExists: z.enum(['fail', 'ignore']).default('fail'),
  }),
  edit: z.strictObject({
    actionType: z.literal(`${prefix}edit`),
    publishedId,
    draftId: versionId,
    patch: patchOperations,
  }),
  publish: z.strictObject({
    actionType: z.literal(`${prefix}publish`),
    publishedId,
    draftId: versionId,
    ifDraftRevisionId: revision,
    ifPublishedRevisionId: revision,
  }),
  unpublish: z.strictObject({ actionType: z.literal(`${prefix}unpublish`), publishedId, draftId: versionId }),
  delete: z.strictObject({
    actionType: z.literal(`${prefix}delete`),
    publishedId,
    includeDrafts: z.array(versionId).default([]),
    purge,
  }),
  discard: z.strictObject({ actionType: z.literal(`${prefix}discard`), draftId: versionId, purge }),
  replaceDraft: z.strictObject({
    actionType: z.literal(`${prefix}replaceDraft`),
    publishedId,
    attributes: identified,
  }),
  createVersion: z.strictObject({
    actionType: z.literal(`${prefix}version.create`),
    publishedId,
    document: identified.optional(),
    baseId: documentId.optional(),
    versionId: versionId.optional(),
    ifBaseRevisionId: revision,
  }),
  replaceVersion: z.strictObject({ actionType: z.literal(`${prefix}version.replace`), document: identified }),
  discardVersion: z.strictObject({ actionType: z.literal(`${prefix}version.discard`), versionId, purge }),
  unpublishVersion: z.strictObject({
    actionType: z.literal(`${prefix}version.unpublish`),
    publishedId,
    versionId,
  }),
}

type Schemas = typeof schemas

export type ActionOf<Name extends keyof Schemas> = z.infer<Schemas[Name]>
export type Action = ActionOf<keyof Schemas>

const actionSchema = z.discriminatedUnion('actionType', [
  schemas.create,
  schemas.edit,
  schemas.publish,
  schemas.unpublish,
  schemas.delete,
  schemas.discard,
  schemas.replaceDraft,
  schemas.createVersion,
  schemas.replaceVersion,
  schemas.discardVersion,
  schemas.unpublishVersion,
])

const known = new Set<string>(actionSchema.options.map((option) => option.shape.actionType.value))

const namedAction = z.looseObject({ actionType: z.string() })

const request = z.object({
  actions: z.union([z.array(z.unknown()), z.looseObject({})], {
    error: 'expected one action or a list of them',
  }),
  transactionId: transactionId.optional(),
  dryRun: z.boolean().optional(),
})

export type ActionRequest = { actions: Action[]; transactionId?: string; dryRun?: boolean }

/** The body of a request for actions, checked to the last field. */
export function parseActions(body: unknown): ActionRequest {
  checkJson(body)
  const { actions, ...options } = parseBody(request, body, 'request')
  return { actions: [actions].flat().map(parseAction), ...options }
}

function parseAction(given: unknown, index: number): Action {
  const refuse = (description: string) => actionError(400, index, { description, type: 'validationError' })
  const value = parseBody(namedAction, given, 'action', refuse)
  const type = value.actionType.slice(0, 100)
  if (!known.has(value.actionType)) throw unknownAction(type, index)
  const action = parseBody(actionSchema, withUsualNames(value), type, refuse)
  const stranger = strangerIn(action)
  if (stranger) throw refuse(`"${stranger.id}" is not a draft or version of "${stranger.publishedId}"`)
  return action
}

function unknownAction(type: string, index: number): ApiError {
  return type.startsWith('sanity.action.')
    ? actionError(404, index, {
        description: `The local lake does not have the action "${type}"`,
        type: 'notFoundError',
      })
    : actionError(400, index, { description: `"${type}" is not an action`, type: 'validationError' })
}

/** The reference calls a draft a version, the client a draft; both are accepted, as they are there. */
const otherNames: Record<string, string> = {
  versionId: 'draftId',
  ifVersionRevisionId: 'ifDraftRevisionId',
  includeVersions: 'includeDrafts',
}

function withUsualNames(action: z.infer<typeof namedAction>): object {
  if (action.actionType === schemas.createVersion.shape.actionType.value) {
    const { attributes, ...rest } = action
    return attributes === undefined ? action : { document: attributes, ...rest }
  }
  if (action.actionType.startsWith(`${prefix}version.`)) return action
  return Object.fromEntries(
    Object.entries(action).map(([name, value]) => {
      const usual = otherNames[name]
      return [usual !== undefined && !(usual in action) ? usual : name, value]
    }),
  )
}

/** An id in an action that belongs to another document than the action. */
function strangerIn(action: Action): { id: string; publishedId: string } | undefined {
  if (!('publishedId' in action)) return undefined
  const ids = [
    'draftId' in action && action.draftId,
    'versionId' in action && action.versionId,
    'attributes' in action && action.attributes._id,
    'document' in action && action.document?._id,
    ...('includeDrafts' in action ? action.includeDrafts : []),
  ]
  const id = ids.find((one) => typeof one === 'string' && publishedIdOf(one) !== action.publishedId)
  return id ? { id, publishedId: action.publishedId } : undefined
}
