import { locale } from './locale.ts'

/** A date for a `<time>` element: what machines read and what people read. */
export type DateText = { iso: string; text: string }

/** `13 November 2026`, in the site's time zone. */
export function dayText(moment: string, timeZone: string = locale.timeZone): DateText {
  const key = `${moment} ${timeZone}`
  const known = dayTexts.get(key)
  if (known) return known
  const date = new Date(moment)
  const text = { iso: date.toISOString(), text: formatter({ dateStyle: 'long', timeZone }).format(date) }
  if (dayTexts.size >= mostDayTexts) dayTexts.clear()
  dayTexts.set(key, text)
  return text
}

/** Each day stands on a dozen pages, and to say it once takes as long as to render a paragraph. */
const dayTexts = new Map<string, DateText>()
const mostDayTexts = 20_000

/** The year in which a moment lies, in the site's time zone. */
export function yearOf(moment: string): number {
  const date = new Date(moment)
  const isNearNewYear = date.getUTCMonth() % 11 === 0 && Math.abs(date.getUTCDate() - 16) > 13
  // No time zone is further than a day from UTC, and to ask one costs a hundred times as much.
  if (!isNearNewYear) return date.getUTCFullYear()
  return Number(formatter({ year: 'numeric', timeZone: locale.timeZone }).format(date))
}

/** The pieces in which a ticket shows when an evening begins, in the evening's own time zone. */
export type EveningTime = {
  iso: string
  day: string
  month: string
  year: string
  weekday: string
  /** `6.30 pm`, as on a poster. */
  time: string
}

export function eveningTime(moment: string, timeZone: string): EveningTime {
  const date = new Date(moment)
  const part = (options: Intl.DateTimeFormatOptions) => formatter({ ...options, timeZone }).format(date)
  return {
    iso: date.toISOString(),
    day: part({ day: 'numeric' }),
    month: part({ month: 'long' }),
    year: part({ year: 'numeric' }),
    weekday: part({ weekday: 'long' }),
    time: clockTime(date, timeZone),
  }
}

/** `10 pm`, in the evening's own time zone. */
export function timeText(moment: string, timeZone: string): string {
  return clockTime(new Date(moment), timeZone)
}

/** `Thursday, 10 December 2026`. */
export function weekdayText(moment: string, timeZone: string): DateText {
  const date = new Date(moment)
  return {
    iso: date.toISOString(),
    text: formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
      date,
    ),
  }
}

/** `2026`, in the evening's own time zone. */
export function yearText(moment: string, timeZone: string): string {
  return formatter({ year: 'numeric', timeZone }).format(new Date(moment))
}

function clockTime(date: Date, timeZone: string): string {
  const parts = formatter({ hour: 'numeric', minute: '2-digit', hour12: true, timeZone }).formatToParts(date)
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  const minute = value('minute')
  const period = value('dayPeriod').toLowerCase()
  return `${value('hour')}${minute === '00' ? '' : `.${minute}`} ${period}`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a thousand times what using it does. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale.language, options)
  formatters.set(key, made)
  return made
}
