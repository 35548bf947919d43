/** A document as far as its address goes. */
export type Addressed = { _type: string; slug?: unknown; publishedAt?: unknown }

const folders: Record<string, string> = {
  recap: 'recaps',
  author: 'authors',
  topic: 'topics',
  event: 'events',
  venue: 'venues',
}

/** The path of a document's page on the site; `undefined` where its type has no pages, or it has no slug. */
export function pathOf(document: Addressed | null | undefined): string | undefined {
  const folder = document ? folders[document._type] : undefined
  const slug = currentSlug(document?.slug)
  return folder && slug && `/${folder}/${slug}/`
}

/**
 * Where a published document's page is, or `undefined` where it has none: its type has no pages, it has no
 * slug, its date is still to come (compared with `now`), or nobody said where the site is.
 */
export function addressOf(
  document: Addressed | null,
  siteUrl: string | undefined,
  now: Date,
): string | undefined {
  const path = pathOf(document)
  if (!path || !siteUrl) return undefined
  if (typeof document?.publishedAt === 'string' && new Date(document.publishedAt) > now) return undefined
  return new URL(path, siteUrl).href
}

function currentSlug(slug: unknown): string | undefined {
  const current = typeof slug === 'object' && slug ? Reflect.get(slug, 'current') : undefined
  return typeof current === 'string' ? current : undefined
}
