import type { SanityClient } from 'sanity'
import { slugify } from '../schema/rules/slug.ts'
import { apiVersion } from '../structure/api-version.ts'

const query = '*[_type == $type && slug.current in $candidates].slug.current'

/** A slug made from a title that no document of the type has, drafts included: `autumn`, else `autumn-2`, and so on. */
export async function findFreeSlug(client: SanityClient, type: string, title: string): Promise<string> {
  const candidates = candidatesFor(title)
  const taken: unknown = await client
    .withConfig({ apiVersion })
    .fetch(query, { type, candidates }, { perspective: 'raw', tag: 'free-slug' })
  return firstFree(candidates, Array.isArray(taken) ? taken : [])
}

export function candidatesFor(title: string): string[] {
  const slug = slugify(title) || 'untitled'
  return [slug, ...Array.from({ length: 50 }, (_, index) => `${slug}-${index + 2}`)]
}

/** The first that is not taken; where all are, nothing, so that the organiser is asked for one. */
export function firstFree(candidates: string[], taken: readonly unknown[]): string {
  return candidates.find((candidate) => !taken.includes(candidate)) ?? ''
}
