import { z } from 'zod'
import { documentFields, labelledLinks, reference, text, timeZone } from './fields.ts'
import { href } from './href.ts'
import { optionalImage } from './image.ts'
import { dateStyles, languages } from './language.ts'
import { simpleText } from './portable-text.ts'

const notSpoken = `is not a language that the site speaks (${languages.join(', ')})`

export const siteSettingsDocument = z.object({
  ...documentFields,
  _type: z.literal('siteSettings'),
  title: text,
  tagline: text,
  description: z.string().optional(),
  language: z.enum(languages, { error: notSpoken }).optional(),
  timeZone: timeZone.optional(),
  dateStyle: z.enum(dateStyles).optional(),
  logo: optionalImage,
  socialLinks: labelledLinks,
  menu: z.array(z.object({ label: text, path: href })).optional(),
  topics: z.array(reference).optional(),
  footer: simpleText.optional(),
  shareImage: optionalImage,
  repliesCloseAfterDays: z.number().int().min(0).optional(),
})
