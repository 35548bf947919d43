import type { HeadOf } from '../../cms/head.ts'
import type { Picture, TextBlock } from '../../portable-text/body.ts'
import { plainText } from '../../portable-text/plain-text.ts'
import { type DateText, dayText, type EveningTime, eveningTime, timeText } from '../dates.ts'
import { recapsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { type Locale, localeOf } from '../locale.ts'
import { eventPath, sharePaths, venuePath } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { resolveText } from '../resolve-body.ts'
import { type Card, card } from './card.ts'
import { above, crumbs } from './crumbs.ts'
import { type Frame, frame, siteName } from './frame.ts'
import { publisher, type StructuredData } from './structured-data.ts'
import { type VenueFacts, venueFacts } from './venue-facts.ts'

/** One evening, before it and after. */
export type EventView = {
  kind: 'event'
  frame: Frame
  title: string
  status: 'scheduled' | 'moved' | 'cancelled'
  isOver: boolean
  startsAt: EveningTime
  /** When it ends; with the day where that is another one. */
  endsAt: (DateText & { day: string | undefined }) | undefined
  /** Where its clocks are not those of the site. */
  timeZone: string | undefined
  venue: VenueFacts | undefined
  capacityNote: string | undefined
  bookingUrl: string | undefined
  onlineLink: string | undefined
  description: TextBlock[]
  cover: Picture | undefined
  recaps: Card[]
  earlier: { title: string; href: string } | undefined
  later: { title: string; href: string } | undefined
}

export function eventView(site: SiteReader, event: HeadOf<'event'>): EventView {
  const { timeZone } = event
  const locale = localeOf(site)
  const venue = site.document('venue', event.venue)
  const description = resolveText(event.description ?? [], event, site)
  const isOver = site.isOver(event)
  const { earlier, later } = site.around(lists.evenings, event)
  const when = dayText(event.startsAt, locale, timeZone).text
  return {
    kind: 'event',
    frame: frame(site, {
      path: eventPath(event.slug),
      title: `${event.title}, ${when}`,
      description:
        plainText(description).split('\n')[0] || `${when}${venue ? `, ${venue.name}` : ''}: ${event.title}`,
      shareImage: site.drawsShareCards ? undefined : site.picture(event.cover ?? venue?.photo, places.share),
      shareCard: { path: sharePaths.event(event.slug), alt: event.title },
      structuredData: [structured(event, venue, site)],
      crumbs: crumbs(site, event.title, above(site).events),
    }),
    title: event.title,
    status: event.status,
    isOver,
    startsAt: eveningTime(event.startsAt, timeZone, locale.language),
    endsAt: event.endsAt === undefined ? undefined : endOf(event.startsAt, event.endsAt, timeZone, locale),
    timeZone: timeZone === locale.timeZone ? undefined : timeZone,
    venue: venue && venueFacts(venue, site),
    capacityNote: event.capacityNote,
    bookingUrl: event.bookingUrl,
    onlineLink: event.onlineLink,
    description,
    cover: site.picture(event.cover, places.cover),
    recaps: recapsOf(site.all(lists.event(event._id)), site).map((recap) => card(recap, site)),
    earlier: neighbour(earlier[0]?.id, site),
    later: neighbour(later[0]?.id, site),
  }
}

function endOf(startsAt: string, endsAt: string, timeZone: string, locale: Locale): EventView['endsAt'] {
  const { iso, text: day } = dayText(endsAt, locale, timeZone)
  const isSameDay = day === dayText(startsAt, locale, timeZone).text
  return { iso, text: timeText(endsAt, timeZone, locale.language), day: isSameDay ? undefined : day }
}

function neighbour(id: string | undefined, site: SiteReader) {
  const event = site.document('event', id)
  return event && { title: event.title, href: eventPath(event.slug) }
}

const statuses = {
  scheduled: 'EventScheduled',
  moved: 'EventRescheduled',
  cancelled: 'EventCancelled',
} as const

function structured(
  event: HeadOf<'event'>,
  venue: HeadOf<'venue'> | undefined,
  site: SiteReader,
): StructuredData {
  const { siteUrl } = site
  const image = site.picture(event.cover ?? venue?.photo, places.share)
  const online = event.onlineLink === undefined ? [] : [{ '@type': 'VirtualLocation', url: event.onlineLink }]
  const place = venue ? [placeOf(venue, siteUrl)] : []
  const mode = place.length === 0 ? 'Online' : online.length === 0 ? 'Offline' : 'Mixed'
  return {
    '@type': 'Event',
    name: event.title,
    url: siteUrl + encodeURI(eventPath(event.slug)),
    startDate: event.startsAt,
    ...(event.endsAt === undefined ? {} : { endDate: event.endsAt }),
    eventStatus: `https://schema.org/${statuses[event.status]}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: [...place, ...online],
    ...(image ? { image: new URL(image.src, siteUrl).href } : {}),
    organizer: publisher(siteUrl, siteName(site)),
  }
}

function placeOf({ name, slug, address, location }: HeadOf<'venue'>, siteUrl: string): StructuredData {
  return {
    '@type': 'Place',
    name,
    url: siteUrl + encodeURI(venuePath(slug)),
    address: address.split('\n').filter(Boolean).join(', '),
    ...(location
      ? { geo: { '@type': 'GeoCoordinates', latitude: location.lat, longitude: location.lng } }
      : {}),
  }
}
