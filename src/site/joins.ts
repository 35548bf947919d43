import type { HeadOf, RecapHead } from '../cms/head.ts'
import type { SiteReader } from './reader.ts'

export type Evening = { document: HeadOf<'event'>; venue: HeadOf<'venue'> | undefined }

/** Who wrote a recap, in the order in which it names them; without those who are gone. */
export function authorsOf(recap: RecapHead, site: SiteReader): HeadOf<'author'>[] {
  return recap.authors.flatMap((id) => site.document('author', id) ?? [])
}

export function topicsOf(recap: RecapHead, site: SiteReader): HeadOf<'topic'>[] {
  return [...new Set(recap.topics)].flatMap((id) => site.document('topic', id) ?? [])
}

export function eveningOf(event: string | undefined, site: SiteReader): Evening | undefined {
  const document = site.document('event', event)
  return document && { document, venue: site.document('venue', document.venue) }
}

/** The public recaps of some ids. */
export function recapsOf(ids: readonly string[], site: SiteReader): RecapHead[] {
  return ids.flatMap((id) => site.document('recap', id) ?? [])
}

export function settingsOf(site: SiteReader): HeadOf<'siteSettings'> | undefined {
  return site.document('siteSettings', 'siteSettings')
}
