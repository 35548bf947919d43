import { type Place, placeAt } from './addresses.ts'
import type { ListName } from './lists.ts'
import { paths } from './paths.ts'
import type { SiteReader } from './reader.ts'
import type { SiteIndex } from './site-index.ts'
import { archiveView } from './views/archive.ts'
import { authorsView, authorView } from './views/author.ts'
import { feedView } from './views/feed.ts'
import { homeView } from './views/home.ts'
import { notFoundView } from './views/not-found.ts'
import { recapView } from './views/recap.ts'
import { searchView } from './views/search.ts'
import { topicsView, topicView } from './views/topic.ts'
import type { View } from './views/view.ts'
import { yearView } from './views/year.ts'

const ownViews: Record<string, (site: SiteReader) => View> = {
  [paths.home]: homeView,
  [paths.authors]: authorsView,
  [paths.topics]: topicsView,
  [paths.search]: searchView,
  [paths.notFound]: notFoundView,
  [paths.rss]: feedView,
}

/** What an address shows; undefined where there is nothing. */
export function viewAt(path: string, index: SiteIndex, site: SiteReader): View | undefined {
  const place = placeAt(path, index)
  return place && viewOfPlace(place, site)
}

function viewOfPlace(place: Place, site: SiteReader): View | undefined {
  if (place.kind === 'site') return ownViews[place.path]?.(site)
  if (place.kind === 'list') return listView(place.list, place.page, site)
  const recap = site.document('recap', place.id)
  return recap && recapView(site, recap)
}

function listView(list: ListName, page: number | undefined, site: SiteReader): View | undefined {
  if (list === 'recaps') return archiveView(site, page)
  const id = list.slice(list.indexOf(' ') + 1)
  if (list.startsWith('year ')) return yearView(site, Number(id), page)
  const author = site.document('author', id)
  if (author) return authorView(site, author, page)
  const topic = site.document('topic', id)
  return topic && topicView(site, topic, page)
}
