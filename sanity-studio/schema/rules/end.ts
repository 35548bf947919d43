import type { ValidationContext } from 'sanity'

/** `true` where the evening ends after it starts, or has no end. Both are ISO moments. */
export function endsAfterStart(endsAt: string | undefined, { document }: ValidationContext): true | string {
  const startsAt = document?.startsAt
  if (!endsAt || typeof startsAt !== 'string') return true
  return Date.parse(endsAt) > Date.parse(startsAt) || 'The evening has to end after it starts.'
}
