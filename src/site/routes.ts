import { authorPath, paths, recapPath, topicPath } from './paths.ts'
import type { Snapshot } from './snapshot.ts'
import { archivePages } from './views/archive.ts'
import { authorsView, authorView } from './views/author.ts'
import { feedView } from './views/feed.ts'
import { homeView } from './views/home.ts'
import { notFoundView } from './views/not-found.ts'
import { recapView } from './views/recap.ts'
import { searchView } from './views/search.ts'
import { topicsView, topicView } from './views/topic.ts'
import type { View } from './views/view.ts'

/** An address of the site and what it shows. `path` ends with a slash for pages and with a file's name otherwise. */
export type Route = { path: string; view: () => View }

/** Every address of the site. */
export function routes(snapshot: Snapshot): Route[] {
  return [
    { path: paths.home, view: () => homeView(snapshot) },
    ...archivePages(snapshot),
    ...snapshot.recaps.map((recap) => ({
      path: recapPath(recap.document.slug),
      view: () => recapView(snapshot, recap),
    })),
    { path: paths.authors, view: () => authorsView(snapshot) },
    ...snapshot.authors.map((author) => ({
      path: authorPath(author.slug),
      view: () => authorView(snapshot, author),
    })),
    { path: paths.topics, view: () => topicsView(snapshot) },
    ...snapshot.topics.map((topic) => ({
      path: topicPath(topic.slug),
      view: () => topicView(snapshot, topic),
    })),
    { path: paths.search, view: () => searchView(snapshot) },
    { path: paths.notFound, view: () => notFoundView(snapshot) },
    { path: paths.rss, view: () => feedView(snapshot) },
  ]
}
