import { z } from 'zod'

/** What a publisher tells the program that started it. */
export const publisherMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), text: z.string() }),
  z.object({ type: z.literal('edition'), lines: z.array(z.string()), milliseconds: z.number() }),
  z.object({ type: z.literal('ready'), url: z.string() }),
  z.object({ type: z.literal('failure'), message: z.string(), hint: z.string() }),
])

export type PublisherMessage = z.infer<typeof publisherMessage>
