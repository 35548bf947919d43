import { z } from 'zod'
import { documentFields, previousPaths, slug, text } from './fields.ts'
import { optionalImage } from './image.ts'

export const venueDocument = z.object({
  ...documentFields,
  _type: z.literal('venue'),
  name: text,
  slug,
  address: text,
  location: z.object({ lat: z.number(), lng: z.number() }).optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  nearestStation: z.string().optional(),
  accessNotes: z.string().optional(),
  photo: optionalImage,
  previousPaths,
})
