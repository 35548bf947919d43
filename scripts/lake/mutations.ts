import { z } from 'zod'
import { malformed } from './errors.ts'
import { checkNesting } from './json-limits.ts'

const document = z.looseObject({ _id: z.string().optional(), _type: z.string() })

const selection = {
  id: z.union([z.string(), z.array(z.string())]).optional(),
  query: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
}

const attributes = z.record(z.string(), z.unknown())
const numbers = z.record(z.string(), z.number())

const insert = z
  .strictObject({
    before: z.string().optional(),
    after: z.string().optional(),
    replace: z.string().optional(),
    items: z.array(z.unknown()),
  })
  .refine(
    (value) => [value.before, value.after, value.replace].filter((path) => path !== undefined).length === 1,
    {
      error: 'insert needs exactly one of before, after and replace',
    },
  )

export const patchOperations = z.strictObject({
  set: attributes.optional(),
  setIfMissing: attributes.optional(),
  unset: z.array(z.string()).optional(),
  insert: insert.optional(),
  inc: numbers.optional(),
  dec: numbers.optional(),
  diffMatchPatch: z.record(z.string(), z.string()).optional(),
  ifRevisionID: z.string().optional(),
})

const patch = patchOperations.extend(selection)

export type PatchOperations = z.infer<typeof patchOperations>

const operations = {
  create: z.strictObject({ create: document }),
  createIfNotExists: z.strictObject({ createIfNotExists: document.extend({ _id: z.string() }) }),
  createOrReplace: z.strictObject({ createOrReplace: document.extend({ _id: z.string() }) }),
  patch: z.strictObject({ patch }),
  delete: z.strictObject({ delete: z.strictObject(selection) }),
}

export type Mutation =
  | z.infer<typeof operations.create>
  | z.infer<typeof operations.createIfNotExists>
  | z.infer<typeof operations.createOrReplace>
  | z.infer<typeof operations.patch>
  | z.infer<typeof operations.delete>

export type Selection = { id?: string | string[]; query?: string; params?: Record<string, unknown> }

const transactionId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/, { error: 'transactionId may have letters, digits, - and _ only' })

const request = z.object({ mutations: z.array(z.unknown()), transactionId: transactionId.optional() })

/** The body of a mutation request, checked to the last field. */
export function parseMutations(body: unknown): { mutations: Mutation[]; transactionId?: string } {
  checkNesting(body)
  const { mutations, transactionId } = parseBody(request, body, 'request')
  return { mutations: mutations.map(parseMutation), transactionId }
}

function parseMutation(value: unknown, index: number): Mutation {
  const name = operationName(value)
  if (!name) {
    throw malformed(
      `Mutation ${index}: expected an object with exactly one of ${Object.keys(operations).join(', ')}`,
    )
  }
  return parseBody(operations[name], value, `Mutation ${index}`)
}

function operationName(value: unknown): keyof typeof operations | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [name, ...others] = Object.keys(value)
  return name !== undefined && others.length === 0 && isOperation(name) ? name : undefined
}

function isOperation(name: string): name is keyof typeof operations {
  return Object.hasOwn(operations, name)
}

/** Zod's answer or a 400 that names the place. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
  throw malformed(`${what}${place}: ${issue?.message ?? 'not understood'}`)
}
