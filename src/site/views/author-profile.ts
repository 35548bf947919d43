import type { AuthorDocument } from '../../cms/schemas/author.ts'
import type { Picture, TextBlock } from '../../portable-text/body.ts'
import { authorPath } from '../paths.ts'
import { places } from '../pictures.ts'
import { resolveText } from '../resolve-body.ts'
import type { Snapshot } from '../snapshot.ts'

/** An author as introduced under a recap and on a page of their own. */
export type AuthorProfile = {
  name: string
  role: string | undefined
  href: string
  portrait: Picture | undefined
  bio: TextBlock[]
  links: { label: string; url: string }[]
  recapCount: number
}

export function authorProfile(author: AuthorDocument, snapshot: Snapshot): AuthorProfile {
  return {
    name: author.name,
    role: author.role,
    href: authorPath(author.slug),
    portrait: snapshot.picture(author.portrait, places.portrait),
    bio: resolveText(author.bio, snapshot),
    links: (author.links ?? []).map(({ label, url }) => ({ label, url })),
    recapCount: snapshot.recapsByAuthor.get(author._id)?.length ?? 0,
  }
}
