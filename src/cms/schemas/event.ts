import { z } from 'zod'
import { documentFields, moment, previousPaths, reference, slug, text, timeZone } from './fields.ts'
import { optionalImage } from './image.ts'
import { simpleText } from './portable-text.ts'

export const eventDocument = z.object({
  ...documentFields,
  _type: z.literal('event'),
  title: text,
  slug,
  startsAt: moment,
  endsAt: moment.optional(),
  timeZone,
  status: z.enum(['scheduled', 'moved', 'cancelled']),
  venue: reference.optional(),
  onlineLink: z.url({ protocol: /^https?$/ }).optional(),
  bookingUrl: z.url({ protocol: /^https?$/ }).optional(),
  capacityNote: z.string().optional(),
  description: simpleText.optional(),
  cover: optionalImage,
  previousPaths,
})

export type EventDocument = z.infer<typeof eventDocument>
