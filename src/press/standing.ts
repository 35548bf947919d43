import { z } from 'zod'

/** Up to where the files of an output folder follow the documents, the clock and the code. */
export const standing = z.object({
  /** State of the mirror. */
  mirror: z.object({ name: z.string(), sequence: z.number() }),
  /** The moment that the files are for, and when they change by themselves; milliseconds since 1970. */
  moment: z.number(),
  validUntil: z.number().optional(),
  /** Code and settings: with others, everything must be looked at. */
  setup: z.string(),
  /** How many addresses there are. */
  addresses: z.number(),
  /** Why no picture can be made of some assets, by their ids. */
  broken: z.record(z.string(), z.string()),
})

export type Standing = z.infer<typeof standing>
