import { z } from 'zod'

/** What the process that makes a base is told, in one message. */
export const compactionOrder = z.object({
  outDir: z.string(),
  cacheDir: z.string(),
  root: z.string(),
  pages: z.array(z.object({ url: z.string(), key: z.string() })),
  isCalm: z.boolean(),
})

/** And what it answers, in one message: the new folder, whose pages it has written into the state. */
export const compactionAnswer = z.union([
  z.object({ folder: z.string() }),
  z.object({ message: z.string(), hint: z.string() }),
])

export type CompactionOrder = z.infer<typeof compactionOrder>
export type CompactionAnswer = z.infer<typeof compactionAnswer>
