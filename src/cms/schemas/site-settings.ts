import { z } from 'zod'
import { documentFields, labelledLinks, text } from './fields.ts'
import { href } from './href.ts'
import { optionalImage } from './image.ts'
import { simpleText } from './portable-text.ts'

export const siteSettingsDocument = z.object({
  ...documentFields,
  _type: z.literal('siteSettings'),
  title: text,
  tagline: text,
  description: z.string().optional(),
  logo: optionalImage,
  socialLinks: labelledLinks,
  menu: z.array(z.object({ label: text, path: href })).optional(),
  footer: simpleText.optional(),
  shareImage: optionalImage,
  repliesCloseAfterDays: z.number().int().min(0).optional(),
})
