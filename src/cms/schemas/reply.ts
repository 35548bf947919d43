import { z } from 'zod'
import { documentFields, moment, reference, text } from './fields.ts'

/** What a reader wrote under a recap; published once an organiser has approved it. Not pulled yet. */
export const replyDocument = z.object({
  ...documentFields,
  _type: z.literal('reply'),
  recap: reference,
  inReplyTo: reference.optional(),
  name: text,
  text,
  submittedAt: moment,
})

/** How the writer of a reply can be reached. Private: its id contains a dot. */
export const replyContactDocument = z.object({
  ...documentFields,
  _id: z.string().includes('.'),
  _type: z.literal('replyContact'),
  reply: reference,
  email: z.email(),
  submittedAt: moment,
})
