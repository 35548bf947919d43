import type { Language } from '../cms/schemas/language.ts'
import { recentlyUsed } from '../recently-used.ts'
import { wordsIn } from '../words/speech.ts'
import type { Locale } from './locale.ts'

/** A date for a `<time>` element: what machines read and what people read. */
export type DateText = { iso: string; text: string }

/** `13 November 2026`, in the site's time zone unless told another. */
export function dayText(moment: string, locale: Locale, timeZone = locale.timeZone): DateText {
  const { language, dateStyle } = locale
  const key = `${moment} ${timeZone} ${language} ${dateStyle}`
  const known = dayTexts.get(key)
  if (known) return known
  const date = new Date(moment)
  const text = formatter(language, { dateStyle, timeZone }).format(date)
  const dated = { iso: date.toISOString(), text }
  dayTexts.set(key, dated)
  return dated
}

// Each day and each evening stands on a dozen pages, and to say it once takes as long as to render a paragraph.
const dayTexts = recentlyUsed<string, DateText>(20_000)
const eveningTimes = recentlyUsed<string, EveningTime>(5000)

/** The year in which a moment lies, in a time zone. */
export function yearOf(moment: string, timeZone: string): number {
  // No two time zones are further apart than 26 hours, and to ask one costs a hundred times as much as to read.
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)T/.exec(moment) ?? []
  const isNearNewYear = (month === '12' && Number(day) > 29) || (month === '01' && Number(day) < 3)
  if (year !== undefined && !isNearNewYear) return Number(year)
  return Number(formatter('en-GB', { year: 'numeric', timeZone }).format(new Date(moment)))
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

export function eveningTime(moment: string, timeZone: string, language: Language): EveningTime {
  const key = `${moment} ${timeZone} ${language}`
  const known = eveningTimes.get(key)
  if (known) return known
  const time = newEveningTime(moment, timeZone, language)
  eveningTimes.set(key, time)
  return time
}

function newEveningTime(moment: string, timeZone: string, language: Language): EveningTime {
  const date = new Date(moment)
  const part = (options: Intl.DateTimeFormatOptions) =>
    formatter(language, { ...options, timeZone }).format(date)
  return {
    iso: date.toISOString(),
    day: part({ day: 'numeric' }),
    month: part({ month: 'long' }),
    year: part({ year: 'numeric' }),
    weekday: part({ weekday: 'long' }),
    time: clockTime(date, timeZone, language),
  }
}

/** `10 pm`, in the evening's own time zone. */
export function timeText(moment: string, timeZone: string, language: Language): string {
  return clockTime(new Date(moment), timeZone, language)
}

function clockTime(date: Date, timeZone: string, language: Language): string {
  const parts = formatter('en-GB', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(date)
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0)
  return wordsIn(language).clock(value('hour'), value('minute'))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a thousand times what using it does. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language, options)
  formatters.set(key, made)
  return made
}
