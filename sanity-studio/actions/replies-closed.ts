type Fields = Readonly<Record<string, unknown>>

const day = 24 * 60 * 60 * 1000

/** Whether readers can no longer reply to a recap: somebody closed it, or the days that the settings allow are over. */
export function repliesHaveClosed(recap: Fields, settings: Fields | null, now: Date): boolean {
  if (recap.repliesOpen === false) return true
  const days = settings?.repliesCloseAfterDays
  if (typeof days !== 'number' || days <= 0 || typeof recap.publishedAt !== 'string') return false
  return Date.parse(recap.publishedAt) + days * day < now.getTime()
}
