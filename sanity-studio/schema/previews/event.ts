import type { PreviewValue } from 'sanity'
import { formatMoment } from './moment.ts'

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
  },
  prepare({ title, startsAt, timeZone, venue, status, media }: Selection) {
    const moment = startsAt ? formatMoment(startsAt, timeZone) : undefined
    const state = status === 'moved' || status === 'cancelled' ? status : undefined
    return {
      title: title || 'Evening without a title',
      subtitle: [state, moment, venue].filter(Boolean).join(' · '),
      media,
    }
  },
}
