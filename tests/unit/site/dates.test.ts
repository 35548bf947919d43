import { expect, it } from 'vitest'
import { dayText, eveningTime } from '../../../src/site/dates.ts'

it.each([
  ['2026-11-13T09:00:00Z', '13 November 2026'],
  // Half past eleven in the evening of the 30th in London is past midnight for UTC in winter, not in summer.
  ['2026-06-30T23:30:00Z', '1 July 2026'],
  ['2026-12-31T23:30:00Z', '31 December 2026'],
])('writes the day of %s in the site’s time zone', (moment, text) => {
  expect(dayText(moment)).toEqual({ iso: new Date(moment).toISOString(), text })
})

it.each([
  ['2026-12-10T18:30:00Z', 'Europe/London', ['10', 'December', '2026', 'Thursday', '6.30 pm']],
  ['2026-07-09T17:30:00Z', 'Europe/London', ['9', 'July', '2026', 'Thursday', '6.30 pm']],
  ['2026-12-10T18:00:00+01:00', 'Europe/Berlin', ['10', 'December', '2026', 'Thursday', '6 pm']],
  ['2026-12-10T00:05:00Z', 'Europe/London', ['10', 'December', '2026', 'Thursday', '12.05 am']],
  ['2026-12-10T23:30:00Z', 'Asia/Tokyo', ['11', 'December', '2026', 'Friday', '8.30 am']],
])('writes when an evening at %s in %s begins', (moment, zone, [day, month, year, weekday, time]) => {
  const iso = new Date(moment).toISOString()
  expect(eveningTime(moment, zone)).toEqual({ iso, day, month, year, weekday, time })
})
