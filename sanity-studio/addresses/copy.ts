import type { SanityDocumentLike } from 'sanity'

/**
 * A document as its duplicate begins: with an address of its own, no earlier ones, and a fresh date. A recap is of
 * today; when a copied evening is to be, only its organiser knows.
 */
export function freshCopy(document: SanityDocumentLike, slug: string, now: Date): SanityDocumentLike {
  return {
    ...document,
    previousPaths: undefined,
    ...('slug' in document && { slug: { _type: 'slug', current: slug } }),
    ...(document._type === 'recap' && { publishedAt: now.toISOString() }),
    ...(document._type === 'event' && { startsAt: undefined, endsAt: undefined, status: 'scheduled' }),
  }
}
