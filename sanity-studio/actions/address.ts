import type { SanityDocument } from 'sanity'

const folders: Record<string, string> = { recap: 'recaps', author: 'authors', topic: 'topics' }

/**
 * Where a published document's page is, or `undefined` where it has none: its type has no pages, it has no
 * slug, its date is still to come (compared with `now`), or nobody said where the site is.
 */
export function addressOf(document: SanityDocument | null, siteUrl: string | undefined, now: Date) {
  const folder = document ? folders[document._type] : undefined
  const slug = currentSlug(document?.slug)
  if (!folder || !slug || !siteUrl) return undefined
  if (typeof document?.publishedAt === 'string' && new Date(document.publishedAt) > now) return undefined
  return new URL(`/${folder}/${slug}/`, siteUrl).href
}

function currentSlug(slug: unknown): string | undefined {
  const current = typeof slug === 'object' && slug ? Reflect.get(slug, 'current') : undefined
  return typeof current === 'string' ? current : undefined
}
