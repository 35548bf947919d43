import type { EntryOf } from '../cms/entry.ts'

/** An evening without an end counts as over three hours after its beginning. */
const usualLength = 3 * 60 * 60 * 1000

/** When an evening is over, in milliseconds since 1970. */
export function eveningEnd({ startsAt, endsAt }: Pick<EntryOf<'event'>, 'startsAt' | 'endsAt'>): number {
  return endsAt === undefined ? Date.parse(startsAt) + usualLength : Date.parse(endsAt)
}
