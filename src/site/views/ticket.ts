import { type EveningTime, eveningTime } from '../dates.ts'
import { type Evening, eveningOf } from '../joins.ts'
import { type Locale, localeOf } from '../locale.ts'
import { eventPath, venuePath } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { remembered } from '../remembered.ts'

/** The next evening, as on a ticket. */
export type Ticket = {
  title: string
  /** Page of the evening. */
  href: string
  startsAt: EveningTime
  moved: boolean
  venue:
    | { name: string; href: string; address: string; station: string | undefined; access: string | undefined }
    | undefined
  capacityNote: string | undefined
  bookingUrl: string | undefined
  onlineLink: string | undefined
}

/** A ticket for the soonest evening; undefined where none is planned. */
export function nextTicket(site: SiteReader): Ticket | undefined {
  return theNextTicket('next', site)
}

const theNextTicket = remembered((_: 'next', site) => {
  const evening = eveningOf(site.nextEvening(), site)
  return evening && ticket(evening, localeOf(site))
})

function ticket({ document, venue }: Evening, { language }: Locale): Ticket {
  return {
    title: document.title,
    href: eventPath(document.slug),
    startsAt: eveningTime(document.startsAt, document.timeZone, language),
    moved: document.status === 'moved',
    venue: venue && {
      name: venue.name,
      href: venuePath(venue.slug),
      address: venue.address.split('\n').filter(Boolean).join(', '),
      station: venue.nearestStation,
      access: venue.accessNotes,
    },
    capacityNote: document.capacityNote,
    bookingUrl: document.bookingUrl,
    onlineLink: document.onlineLink,
  }
}
