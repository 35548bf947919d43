/** A moment as organisers write it: "3 Dec 2026, 18:30". `timeZone` is an IANA name; without one, this computer's. */
export function formatMoment(iso: string, timeZone?: string): string {
  return format(iso, { dateStyle: 'medium', timeStyle: 'short', timeZone })
}

/** A day as organisers write it: "3 Dec 2026". */
export function formatDay(iso: string): string {
  return format(iso, { dateStyle: 'medium' })
}

function format(iso: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat('en-GB', options).format(new Date(iso))
  } catch {
    // Half-typed dates and time zones reach previews before they are valid.
    return iso
  }
}
