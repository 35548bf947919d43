import { z } from 'zod'
import { malformed } from './errors.ts'
import { checkNesting } from './json-limits.ts'
import { parseBody, patchOperations } from './mutations.ts'

const prefix = 'sanity.action.document.'

const id = z.string().min(1)
const document = z.looseObject({ _id: z.string().optional(), _type: z.string().min(1) })
const identified = document.extend({ _id: id })

/** Every action that is understood; unknown fields beside the named ones are ignored. */
const schemas = {
  create: z.object({
    actionType: z.literal(`${prefix}create`),
    publishedId: id,
    attributes: document,
    ifExists: z.enum(['fail', 'ignore']).default('fail'),
  }),
  edit: z.object({
    actionType: z.literal(`${prefix}edit`),
    publishedId: id,
    draftId: id,
    patch: patchOperations,
  }),
  publish: z.object({
    actionType: z.literal(`${prefix}publish`),
    publishedId: id,
    draftId: id,
    ifDraftRevisionId: z.string().optional(),
    ifPublishedRevisionId: z.string().optional(),
  }),
  unpublish: z.object({ actionType: z.literal(`${prefix}unpublish`), publishedId: id, draftId: id }),
  delete: z.object({
    actionType: z.literal(`${prefix}delete`),
    publishedId: id,
    includeDrafts: z.array(id).default([]),
  }),
  discard: z.object({ actionType: z.literal(`${prefix}discard`), draftId: id }),
  replaceDraft: z.object({
    actionType: z.literal(`${prefix}replaceDraft`),
    publishedId: id,
    attributes: identified,
  }),
  createVersion: z.object({
    actionType: z.literal(`${prefix}version.create`),
    publishedId: id,
    document: identified.optional(),
    baseId: id.optional(),
    versionId: id.optional(),
    ifBaseRevisionId: z.string().optional(),
  }),
  replaceVersion: z.object({ actionType: z.literal(`${prefix}version.replace`), document: identified }),
  discardVersion: z.object({ actionType: z.literal(`${prefix}version.discard`), versionId: id }),
  unpublishVersion: z.object({
    actionType: z.literal(`${prefix}version.unpublish`),
    publishedId: id,
    versionId: id,
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

const request = z.object({
  actions: z.union([
    z.array(z.looseObject({ actionType: z.string() })),
    z.looseObject({ actionType: z.string() }),
  ]),
  transactionId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/, { error: 'transactionId may have letters, digits, - and _ only' })
    .optional(),
  dryRun: z.boolean().optional(),
})

/** The body of a request for actions, checked to the last field. */
export function parseActions(body: unknown): { actions: Action[]; transactionId?: string; dryRun?: boolean } {
  checkNesting(body)
  const { actions, ...options } = parseBody(request, body, 'request')
  return { actions: [actions].flat().map(parseAction), ...options }
}

function parseAction(value: { actionType: string }, index: number): Action {
  if (!known.has(value.actionType)) {
    throw malformed(`Action ${index}: "${value.actionType}" is not supported by the local lake`)
  }
  return parseBody(actionSchema, value, `Action ${index}`)
}
