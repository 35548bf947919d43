import type { HeadOf } from '../../cms/head.ts'
import { type EveningTime, eveningTime } from '../dates.ts'
import { localeOf } from '../locale.ts'
import { eventPath, venuePath } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { remembered } from '../remembered.ts'

/** An evening as it is shown in lists. */
export type EveningLine = {
  title: string
  href: string
  startsAt: EveningTime
  status: 'scheduled' | 'moved' | 'cancelled'
  place: { name: string; href: string } | undefined
}

const eveningLine = remembered((event: HeadOf<'event'>, site): EveningLine => {
  const venue = site.document('venue', event.venue)
  return {
    title: event.title,
    href: eventPath(event.slug),
    startsAt: eveningTime(event.startsAt, event.timeZone, localeOf(site).language),
    status: event.status,
    place: venue && { name: venue.name, href: venuePath(venue.slug) },
  }
})

/** Those evenings of some ids that are there. */
export function eveningLines(ids: readonly string[], site: SiteReader): EveningLine[] {
  return ids.flatMap((id) => {
    const event = site.document('event', id)
    return event ? [eveningLine(event, site)] : []
  })
}
