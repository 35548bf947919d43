import type { Language } from '../../cms/schemas/language.ts'
import { typeset } from '../../portable-text/typeset.ts'
import { wordsIn } from '../../words/speech.ts'
import type { Words } from '../../words/words.ts'
import type { ArchiveView } from './archive.ts'
import type { AuthorsView, AuthorView } from './author.ts'
import type { EventView } from './event.ts'
import type { EventsView } from './events.ts'
import type { FeedView } from './feed.ts'
import type { HomeView } from './home.ts'
import type { MovedView } from './moved.ts'
import type { NotFoundView } from './not-found.ts'
import type { RecapView } from './recap.ts'
import type { RedirectsView } from './redirects.ts'
import type { SearchView } from './search.ts'
import type { ShareCardView } from './share-card.ts'
import type { HeadersView, ManifestView, RobotsView } from './site-files.ts'
import type { SitemapIndexView, SitemapView } from './sitemap.ts'
import type { TopicsView, TopicView } from './topic.ts'
import type { VenuesView, VenueView } from './venue.ts'
import type { YearView } from './year.ts'

/** Exactly what one page of the site shows; a page is a function of its view and nothing else. */
export type PageView =
  | HomeView
  | ArchiveView
  | YearView
  | RecapView
  | AuthorsView
  | AuthorView
  | TopicsView
  | TopicView
  | EventsView
  | EventView
  | VenuesView
  | VenueView
  | SearchView
  | NotFoundView
  | MovedView

/** What is read by machines. */
export type MachineView =
  | SitemapView
  | SitemapIndexView
  | RedirectsView
  | RobotsView
  | ManifestView
  | HeadersView

export type View = PageView | FeedView | MachineView | ShareCardView

/**
 * The view that a page was given, in `Astro.locals`.
 * @param kinds of views that the page can show
 * @throws Error where the page was asked for in another way than by the press
 */
export function viewOf<K extends PageView['kind']>(
  locals: { view?: PageView | undefined },
  ...kinds: K[]
): Extract<PageView, { kind: K }> {
  const view = locals.view
  if (view && isKind(view, kinds)) return view
  throw new Error(
    `This page shows a view of the kind “${kinds.join(' or ')}”, but was given ${view ? `“${view.kind}”` : 'none'}. Pages are rendered by the press: run \`npm start\` or \`npm run build\`.`,
  )
}

/** How the page speaks: its language, the words that it says itself, and the marks in what others wrote. */
export type Speech = { language: Language; words: Words; set: (text: string) => string }

/** How the page that is rendered speaks. @throws Error where it has no view */
export function speechOf({ view }: { view?: PageView | undefined }): Speech {
  if (!view) throw new Error('A page without a view has no language.')
  return speechIn(view.kind === 'moved' ? view.language : view.frame.language)
}

/** One for each language: every part of a page asks for it. */
const speeches = new Map<Language, Speech>()

function speechIn(language: Language): Speech {
  const known = speeches.get(language)
  if (known) return known
  const words = wordsIn(language)
  const speech: Speech = { language, words, set: (text) => typeset(text, words.marks) }
  speeches.set(language, speech)
  return speech
}

function isKind<K extends PageView['kind']>(
  view: PageView,
  kinds: readonly K[],
): view is Extract<PageView, { kind: K }> {
  return kinds.some((kind) => kind === view.kind)
}
