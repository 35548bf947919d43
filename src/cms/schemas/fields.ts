import { z } from 'zod'
import { href } from './href.ts'

/** Sanity's own fields, on every document. */
export const documentFields = {
  _id: z.string(),
  _rev: z.string(),
  _createdAt: z.string(),
  _updatedAt: z.string(),
}

export const text = z.string().trim().min(1, 'is empty')

/** What is not there is called missing instead, as everywhere else. */
const unlessMissing = (words: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? undefined : words

export const moment = z.iso.datetime({ offset: true, error: unlessMissing('is not a date and time') })

/** A slug, unwrapped to its text. Only-digit slugs and `page` are addresses of archives. */
export const slug = z
  .object({ current: z.string() }, { error: 'has no address yet' })
  .transform(({ current }) => current)
  .pipe(
    z
      .string()
      .regex(/^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u, 'may only be lower-case words and hyphens')
      .refine((value) => !/^\d+$/.test(value), 'may not be only digits')
      .refine((value) => value !== 'page', 'may not be “page”'),
  )

/** A reference, unwrapped to the id it points to. */
export const reference = z
  .object({ _ref: z.string() }, { error: unlessMissing('is not a reference') })
  .transform(({ _ref }) => _ref)

export const previousPaths = z.array(z.string()).optional()

export const labelledLinks = z.array(z.object({ label: text, url: href })).optional()

export const timeZone = text.refine(isTimeZone, { error: 'is not a time zone such as Europe/London' })

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
