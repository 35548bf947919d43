import { expect, it } from 'vitest'
import { dayText, eveningTime, yearOf } from '../../../src/site/dates.ts'
import type { Locale } from '../../../src/site/locale.ts'

const london: Locale = { language: 'en-GB', timeZone: 'Europe/London', dateStyle: 'long' }

it.each([
  ['2026-11-13T09:00:00Z', '13 November 2026'],
  // Half past eleven in the evening of the 30th in London is past midnight for UTC in winter, not in summer.
  ['2026-06-30T23:30:00Z', '1 July 2026'],
  ['2026-12-31T23:30:00Z', '31 December 2026'],
])('writes the day of %s in the site’s time zone', (moment, text) => {
  expect(dayText(moment, london)).toEqual({ iso: new Date(moment).toISOString(), text })
})

it.each<[Partial<Locale>, string]>([
  [{ language: 'en-US' }, 'December 31, 2026'],
  [{ language: 'de' }, '31. Dezember 2026'],
  [{ language: 'de', timeZone: 'Europe/Berlin' }, '1. Januar 2027'],
  [{ timeZone: 'Asia/Tokyo' }, '1 January 2027'],
  [{ dateStyle: 'full' }, 'Thursday, 31 December 2026'],
  [{ dateStyle: 'medium' }, '31 Dec 2026'],
  [{ dateStyle: 'short' }, '31/12/2026'],
])('writes it as %j', (locale, text) => {
  expect(dayText('2026-12-31T23:30:00Z', { ...london, ...locale }).text).toBe(text)
})

it('writes the day of an evening in the evening’s own time zone', () => {
  expect(dayText('2026-12-31T23:30:00Z', london, 'Europe/Berlin').text).toBe('1 January 2027')
})

it.each([
  ['2026-12-31T23:30:00Z', 'Europe/London', 2026],
  ['2026-12-31T23:30:00Z', 'Europe/Berlin', 2027],
  ['2027-01-01T03:00:00Z', 'America/New_York', 2026],
  ['2026-07-01T00:00:00Z', 'America/New_York', 2026],
  ['2026-12-30T22:30:00-12:00', 'Pacific/Kiritimati', 2027],
  ['2026-12-29T23:30:00-12:00', 'Pacific/Kiritimati', 2026],
  ['2027-01-02T01:00:00+14:00', 'Etc/GMT+12', 2026],
  ['2027-01-03T01:00:00+14:00', 'Etc/GMT+12', 2027],
])('says in which year %s is, in %s', (moment, zone, year) => expect(yearOf(moment, zone)).toBe(year))

it.each([
  ['2026-12-10T18:30:00Z', 'Europe/London', ['10', 'December', '2026', 'Thursday', '6.30 pm']],
  ['2026-07-09T17:30:00Z', 'Europe/London', ['9', 'July', '2026', 'Thursday', '6.30 pm']],
  ['2026-12-10T18:00:00+01:00', 'Europe/Berlin', ['10', 'December', '2026', 'Thursday', '6 pm']],
  ['2026-12-10T00:05:00Z', 'Europe/London', ['10', 'December', '2026', 'Thursday', '12.05 am']],
  ['2026-12-10T12:00:00Z', 'Europe/London', ['10', 'December', '2026', 'Thursday', '12 pm']],
  ['2026-12-10T23:30:00Z', 'Asia/Tokyo', ['11', 'December', '2026', 'Friday', '8.30 am']],
])('writes when an evening at %s in %s begins', (moment, zone, [day, month, year, weekday, time]) => {
  const iso = new Date(moment).toISOString()
  expect(eveningTime(moment, zone, 'en-GB')).toEqual({ iso, day, month, year, weekday, time })
})

it('writes it in German', () => {
  expect(eveningTime('2026-12-10T17:30:00Z', 'Europe/Berlin', 'de')).toMatchObject({
    day: '10',
    month: 'Dezember',
    weekday: 'Donnerstag',
    time: '18.30 Uhr',
  })
})
