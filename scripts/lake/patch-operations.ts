import { z } from 'zod'
import { isPatchPath, normalisePatchPath } from './patch-path.ts'

const path = z
  .string()
  .refine(isPatchPath, { error: (issue) => `"${String(issue.input).slice(0, 100)}" is not a path` })
  .transform(normalisePatchPath)

const insert = z
  .strictObject({
    before: path.optional(),
    after: path.optional(),
    replace: path.optional(),
    items: z.array(z.unknown()),
  })
  .refine(
    (value) => [value.before, value.after, value.replace].filter((at) => at !== undefined).length === 1,
    {
      error: 'insert needs exactly one of before, after and replace',
    },
  )

const maximumHunks = 1000
const maximumLines = 10_000

/** A patch of a text in unidiff's notation; each of its hunks is looked for in the whole text. */
const textPatch = z.string().refine(
  (text) => {
    const lines = text.split('\n')
    return (
      lines.length <= maximumLines && lines.filter((line) => line.startsWith('@@')).length <= maximumHunks
    )
  },
  { error: `a patch of a text may have ${maximumLines} lines and ${maximumHunks} hunks at most` },
)

/** What a patch can do, in mutations and in actions. */
export const patchOperations = z.strictObject({
  set: z.record(path, z.unknown()).optional(),
  setIfMissing: z.record(path, z.unknown()).optional(),
  unset: z.array(path).optional(),
  insert: insert.optional(),
  inc: z.record(path, z.number()).optional(),
  dec: z.record(path, z.number()).optional(),
  diffMatchPatch: z.record(path, textPatch).optional(),
  ifRevisionID: z.string().optional(),
})

export type PatchOperations = z.infer<typeof patchOperations>
