import { z } from 'zod'
import { documentFields, labelledLinks, previousPaths, slug, text } from './fields.ts'
import { optionalImage } from './image.ts'
import { simpleText } from './portable-text.ts'

export const authorDocument = z.object({
  ...documentFields,
  _type: z.literal('author'),
  name: text,
  slug,
  role: z.string().optional(),
  portrait: optionalImage,
  bio: simpleText,
  links: labelledLinks,
  previousPaths,
})
