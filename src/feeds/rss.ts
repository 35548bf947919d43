import { generateRssFeed } from 'feedsmith'
import { escapeHtml } from '../portable-text/escape.ts'
import { feedHtml } from '../portable-text/html.ts'
import type { FeedEntry, FeedView } from '../site/views/feed.ts'
import { wordsIn } from '../words/speech.ts'

/** An RSS 2.0 feed with full text. It depends on nothing but the view, so an unchanged site gives identical bytes. */
export function rssFeed(view: FeedView): string {
  return generateRssFeed(
    {
      title: view.title,
      link: view.homeUrl,
      description: escapeHtml(view.description),
      language: view.language,
      atom: { links: [{ href: view.selfUrl, rel: 'self', type: 'application/rss+xml' }] },
      items: view.entries.map((entry) => ({
        title: entry.title,
        link: entry.url,
        guid: { value: entry.guid, isPermaLink: false },
        pubDate: new Date(entry.publishedAt),
        description: escapeHtml(entry.summary),
        dc: { creators: entry.authors },
        categories: entry.categories.map((name) => ({ name })),
        content: { encoded: entryHtml(entry, view) },
      })),
    },
    { strict: true },
  )
}

function entryHtml({ cover, body }: FeedEntry, { siteUrl, language }: FeedView): string {
  const words = wordsIn(language)
  return feedHtml(cover ? [{ _type: 'picture', picture: cover }, ...body] : body, siteUrl, words)
}
