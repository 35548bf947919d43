import { hasRedirectPage, type Place, pageAt } from './addresses.ts'
import { type ListName, lists } from './lists.ts'
import { paths, sitemapPaths } from './paths.ts'
import type { SiteReader } from './reader.ts'
import type { SiteIndex } from './site-index.ts'
import { archiveView } from './views/archive.ts'
import { authorsView, authorView } from './views/author.ts'
import { eventView } from './views/event.ts'
import { eventsView } from './views/events.ts'
import { feedView } from './views/feed.ts'
import { homeView } from './views/home.ts'
import { movedView } from './views/moved.ts'
import { notFoundView } from './views/not-found.ts'
import { recapView } from './views/recap.ts'
import { redirectsView } from './views/redirects.ts'
import { searchView } from './views/search.ts'
import { authorShareCard, eventShareCard, recapShareCard, siteShareCard } from './views/share-card.ts'
import { headersView, manifestView, robotsView } from './views/site-files.ts'
import {
  eventsSitemapView,
  peopleSitemapView,
  sitemapIndexView,
  siteSitemapView,
  topicsSitemapView,
  venuesSitemapView,
  yearSitemapView,
} from './views/sitemap.ts'
import { topicsView, topicView } from './views/topic.ts'
import { venuesView, venueView } from './views/venue.ts'
import type { View } from './views/view.ts'
import { yearView } from './views/year.ts'

const ownViews: Record<string, (site: SiteReader) => View> = {
  [paths.home]: homeView,
  [paths.authors]: authorsView,
  [paths.topics]: topicsView,
  [paths.venues]: venuesView,
  [paths.search]: searchView,
  [paths.notFound]: notFoundView,
  [paths.rss]: feedView,
  [paths.sitemapIndex]: sitemapIndexView,
  [paths.robots]: robotsView,
  [paths.manifest]: manifestView,
  [paths.redirects]: redirectsView,
  [paths.headers]: headersView,
  [sitemapPaths.site]: siteSitemapView,
  [sitemapPaths.people]: peopleSitemapView,
  [sitemapPaths.topics]: topicsSitemapView,
  [sitemapPaths.venues]: venuesSitemapView,
}

/** What an address shows; undefined where there is nothing. */
export function viewAt(path: string, index: SiteIndex, site: SiteReader): View | undefined {
  const place = pageAt(path, index)
  if (place) return viewOfPlace(place, site)
  return hasRedirectPage(path, index) ? movedView(site, path) : undefined
}

function viewOfPlace(place: Place, site: SiteReader): View | undefined {
  switch (place.kind) {
    case 'site':
      return ownViews[place.path]?.(site)
    case 'list':
      return listView(place.list, place.page, site)
    case 'shareCard':
      return shareCardOf(place.id, site)
    case 'sitemap':
      return place.list === lists.past
        ? eventsSitemapView(site, place.page)
        : yearSitemapView(site, Number(place.list.slice('year '.length)), place.page)
    case 'recap': {
      const recap = site.document('recap', place.id)
      return recap && recapView(site, recap)
    }
    case 'event': {
      const event = site.document('event', place.id)
      return event && eventView(site, event)
    }
  }
}

function listView(list: ListName, page: number | undefined, site: SiteReader): View | undefined {
  if (list === lists.recaps) return archiveView(site, page)
  if (list === lists.past) return eventsView(site, page)
  const id = list.slice(list.indexOf(' ') + 1)
  if (list.startsWith('year ')) return yearView(site, Number(id), page)
  const author = site.document('author', id)
  if (author) return authorView(site, author, page)
  const venue = site.document('venue', id)
  if (venue) return venueView(site, venue, page)
  const topic = site.document('topic', id)
  return topic && topicView(site, topic, page)
}

function shareCardOf(id: string | undefined, site: SiteReader): View | undefined {
  if (id === undefined) return siteShareCard(site)
  const recap = site.document('recap', id)
  if (recap) return recapShareCard(site, recap)
  const event = site.document('event', id)
  if (event) return eventShareCard(site, event)
  const author = site.document('author', id)
  return author && authorShareCard(site, author)
}
