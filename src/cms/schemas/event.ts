import { z } from 'zod'
import { documentFields, moment, previousPaths, reference, slug, text } from './fields.ts'
import { optionalImage } from './image.ts'
import { simpleText } from './portable-text.ts'

const timeZone = text.refine(isTimeZone, { error: 'is not a time zone such as Europe/London' })

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

/** Asking takes a tenth of a millisecond, and there are few. */
const knownTimeZones = new Set<string>()

function isTimeZone(name: string): boolean {
  if (knownTimeZones.has(name)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    knownTimeZones.add(name)
    return true
  } catch {
    return false
  }
}
