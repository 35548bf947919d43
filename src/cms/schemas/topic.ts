import { z } from 'zod'
import { documentFields, previousPaths, slug, text } from './fields.ts'

export const topicDocument = z.object({
  ...documentFields,
  _type: z.literal('topic'),
  title: text,
  slug,
  description: z.string().optional(),
  previousPaths,
})
