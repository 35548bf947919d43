import type { HeadOf } from '../../cms/head.ts'
import { recapsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { wordsOf } from '../locale.ts'
import { pagePath, paths, venuePath } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { type Card, card } from './card.ts'
import { above, crumbs } from './crumbs.ts'
import { type EveningLine, eveningLines } from './evening-line.ts'
import { type Frame, frame } from './frame.ts'
import { type Pager, pagerOf } from './pager.ts'
import { type VenueFacts, venueFacts } from './venue-facts.ts'

/** A place where evenings are, what is coming there and what was written about it. */
export type VenueView = {
  kind: 'venue'
  frame: Frame
  venue: VenueFacts
  /** Undefined on the head page, which has the newest. */
  page: number | undefined
  coming: EveningLine[]
  cards: Card[]
  pager: Pager
}

/** Every place. How often we met there is said nowhere: this page would change with every evening. */
export type VenuesView = { kind: 'venues'; frame: Frame; venues: VenueFacts[] }

export function venueView(site: SiteReader, venue: HeadOf<'venue'>, number: number | undefined): VenueView {
  const page = site.page(lists.venue(venue._id), number)
  const words = wordsOf(site)
  const known = venueFacts(venue, site)
  const path = venuePath(venue.slug)
  return {
    kind: 'venue',
    frame: frame(site, {
      path: pagePath(path, number),
      title: number === undefined ? venue.name : words.pageOf(venue.name, number),
      description: words.venueAbout(venue.name, known.address.join(', ')),
      shareImage: site.picture(venue.photo, places.share),
      crumbs:
        number === undefined
          ? crumbs(site, venue.name, above(site).venues)
          : crumbs(site, words.page(number), above(site).venues, { label: venue.name, href: path }),
    }),
    venue: known,
    page: number,
    coming: number === undefined ? eveningLines(site.all(lists.comingAt(venue._id)), site) : [],
    cards: recapsOf(page.ids, site).map((recap) => card(recap, site)),
    pager: pagerOf(page),
  }
}

export function venuesView(site: SiteReader): VenuesView {
  const { name, about } = wordsOf(site).venues
  return {
    kind: 'venues',
    frame: frame(site, {
      path: paths.venues,
      title: name,
      description: about,
      crumbs: crumbs(site, name),
    }),
    venues: site.names('venue').flatMap((id) => {
      const venue = site.document('venue', id)
      return venue ? [venueFacts(venue, site)] : []
    }),
  }
}
