import { z } from 'zod'
import { documentFields, moment, previousPaths, reference, slug, text } from './fields.ts'
import { optionalImage } from './image.ts'
import { body } from './portable-text.ts'

export const recapDocument = z.object({
  ...documentFields,
  _type: z.literal('recap'),
  title: text,
  slug,
  publishedAt: moment,
  authors: z.array(reference).min(1, 'names nobody as author'),
  template: text,
  standfirst: text,
  event: reference.optional(),
  topics: z.array(reference).default([]),
  cover: optionalImage,
  body,
  repliesOpen: z.boolean().default(true),
  seo: z
    .object({
      title: z.string().optional(),
      description: z.string().optional(),
      image: optionalImage,
      noIndex: z.boolean().optional(),
    })
    .optional(),
  previousPaths,
})

export type RecapDocument = z.infer<typeof recapDocument>
