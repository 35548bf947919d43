import type { InitialValueResolverContext } from 'sanity'
import { apiVersion } from '../structure/api-version.ts'

/**
 * The id of the document of the person who sits at this Studio, where that can be told: one published person has their
 * name. Guessing wrong would put words in somebody's mouth, so nothing else counts.
 */
export async function ownAuthor({
  currentUser,
  getClient,
}: Pick<InitialValueResolverContext, 'currentUser' | 'getClient'>): Promise<string | undefined> {
  const name = currentUser?.name?.trim()
  if (!name) return undefined
  const ids = await getClient({ apiVersion }).fetch<string[]>(
    '*[_type == "author" && lower(name) == lower($name)]._id',
    { name },
    { perspective: 'published', tag: 'own-author' },
  )
  return ids.length === 1 ? ids[0] : undefined
}

/** Who wrote it, as a recap keeps it. */
export function byLine(author: string | undefined): { authors?: object[] } {
  return author ? { authors: [{ _type: 'reference', _key: 'author', _ref: author }] } : {}
}
