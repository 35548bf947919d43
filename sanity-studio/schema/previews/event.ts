import { CalendarIcon } from '@sanity/icons/Calendar'
import type { PreviewValue } from 'sanity'
import { formatMoment } from './moment.ts'
import { line, stateOf } from './state.ts'

/** What may have become of an evening, in organisers' words. */
export const statuses = [
  { title: 'Yes, as planned', value: 'scheduled' },
  { title: 'It has moved to another date or place', value: 'moved' },
  { title: 'No, it is cancelled', value: 'cancelled' },
]

type Selection = {
  title?: string
  startsAt?: string
  timeZone?: string
  venue?: string
  status?: string
  media?: PreviewValue['media']
  original?: string
}

/** How an evening looks in lists: when, where, and whether it is on. */
export const describeEvent = {
  select: {
    title: 'title',
    startsAt: 'startsAt',
    timeZone: 'timeZone',
    venue: 'venue.name',
    status: 'status',
    media: 'cover',
    original: '_originalId',
  },
  prepare({ title, startsAt, timeZone, venue, status, media, original }: Selection) {
    const moment = startsAt ? formatMoment(startsAt, timeZone) : undefined
    const fate = status === 'moved' || status === 'cancelled' ? status : undefined
    return {
      title: title || 'Evening without a title',
      subtitle: line(stateOf(original), fate, moment, venue),
      media: media ?? CalendarIcon,
    }
  },
}
