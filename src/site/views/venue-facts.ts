import type { HeadOf } from '../../cms/head.ts'
import type { Picture } from '../../portable-text/body.ts'
import { venuePath } from '../paths.ts'
import { places } from '../pictures.ts'
import { remembered } from '../remembered.ts'

/** What somebody needs to find a place and get in. */
export type VenueFacts = {
  name: string
  href: string
  /** Each part of the postal address. */
  address: string[]
  /** Address of a map with the place in its middle. */
  map: string | undefined
  location: { lat: number; lng: number } | undefined
  station: string | undefined
  access: string | undefined
  website: string | undefined
  photo: Picture | undefined
}

export const venueFacts = remembered(
  (venue: HeadOf<'venue'>, site): VenueFacts => ({
    name: venue.name,
    href: venuePath(venue.slug),
    address: venue.address
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    map: venue.location && mapOf(venue.location),
    location: venue.location && { lat: venue.location.lat, lng: venue.location.lng },
    station: venue.nearestStation,
    access: venue.accessNotes,
    website: venue.website,
    photo: site.picture(venue.photo, places.card),
  }),
)

function mapOf({ lat, lng }: { lat: number; lng: number }): string {
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=18/${lat}/${lng}`
}
