import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isValidId } from './document.ts'
import { type ApiError, invalidMutation, malformed } from './errors.ts'
import { checkJson } from './json-limits.ts'
import { patchOperations } from './patch-operations.ts'

const identified = z.looseObject({ _id: z.string().transform(completeId), _type: z.string() })
const document = identified.extend({ _id: z.string().default('').transform(completeId) })

export const documentId = z.string().refine(isValidId, {
  error: (issue) => `Malformed document ID: "${String(issue.input).slice(0, 200)}"`,
})

const selection = {
  id: z.union([documentId, z.array(documentId)]).optional(),
  query: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
}

const hasSelection = ({ id, query }: Selection): boolean => id !== undefined || query !== undefined
const selectionMissing = { error: 'a patch or delete needs an id or a query' }

const operations = {
  create: z.strictObject({ create: document }),
  createIfNotExists: z.strictObject({ createIfNotExists: identified }),
  createOrReplace: z.strictObject({ createOrReplace: identified }),
  patch: z.strictObject({ patch: patchOperations.extend(selection).refine(hasSelection, selectionMissing) }),
  delete: z.strictObject({ delete: z.strictObject(selection).refine(hasSelection, selectionMissing) }),
}

export type Mutation =
  | z.infer<typeof operations.create>
  | z.infer<typeof operations.createIfNotExists>
  | z.infer<typeof operations.createOrReplace>
  | z.infer<typeof operations.patch>
  | z.infer<typeof operations.delete>

export type Selection = { id?: string | string[]; query?: string; params?: Record<string, unknown> }

export const transactionId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/, { error: 'transactionId may have letters, digits, - and _ only' })

const request = z.object({
  mutations: z.array(z.unknown()),
  transactionId: transactionId.optional(),
  dryRun: z.boolean().optional(),
})

export type MutationRequest = { mutations: Mutation[]; transactionId?: string; dryRun?: boolean }

/** The body of a mutation request, checked to the last field. */
export function parseMutations(body: unknown): MutationRequest {
  checkJson(body)
  const { mutations, ...options } = parseBody(request, body, 'request')
  return { mutations: mutations.map(parseMutation), ...options }
}

function parseMutation(value: unknown, index: number): Mutation {
  const refuse = (description: string) => invalidMutation(index, description)
  const name = operationName(value)
  if (!name) {
    throw refuse(`expected an object with exactly one of ${Object.keys(operations).join(', ')}`)
  }
  return parseBody(operations[name], value, 'mutation', refuse)
}

function operationName(value: unknown): keyof typeof operations | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [name, ...others] = Object.keys(value)
  return name !== undefined && others.length === 0 && isOperation(name) ? name : undefined
}

function isOperation(name: string): name is keyof typeof operations {
  return Object.hasOwn(operations, name)
}

/** No id gives a random one; an id that ends in a dot is a path to put a random one under. */
function completeId(id: string): string {
  return id === '' || id.endsWith('.') ? id + randomUUID() : id
}

/** Zod's answer, or an error that names the place: a 400 unless the caller has a form of its own. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
  refuse: (description: string) => ApiError = malformed,
): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.').slice(0, 200)}` : ''
  throw refuse(`${what}${place}: ${(issue?.message ?? 'not understood').slice(0, 500)}`)
}
