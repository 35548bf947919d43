/** `true` for an IANA time zone that this browser knows, such as Europe/London. Empty is not its business. */
export function checkTimeZone(name: string | undefined): true | string {
  if (!name) return true
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
  } catch {
    return `“${name}” is not a time zone. They are written like Europe/London or America/New_York.`
  }
  // Intl also takes offsets such as +01:00, which know no summer time.
  return /^[A-Za-z]/.test(name) || 'Use a place, such as Europe/London, so that summer time is right.'
}
