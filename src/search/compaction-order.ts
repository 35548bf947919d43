import { z } from 'zod'

/** What the process that makes a base is told, in one message. */
export const compactionOrder = z.object({
  outDir: z.string(),
  root: z.string(),
  scratch: z.string(),
  pages: z.array(z.object({ url: z.string(), key: z.string() })),
  isCalm: z.boolean(),
})

const indexedPage = z.object({ key: z.string(), result: z.string() })

/** And what it answers, in one message. */
export const compactionAnswer = z.union([
  z.object({ folder: z.string(), pages: z.array(z.tuple([z.string(), indexedPage])) }),
  z.object({ message: z.string(), hint: z.string() }),
])

export type CompactionOrder = z.infer<typeof compactionOrder>
export type CompactionAnswer = z.infer<typeof compactionAnswer>
