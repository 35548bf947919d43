import type { HeadOf } from '../../cms/head.ts'
import type { Picture, TextBlock } from '../../portable-text/body.ts'
import { linkTarget } from '../links.ts'
import { authorPath } from '../paths.ts'
import { places } from '../pictures.ts'
import { remembered } from '../remembered.ts'
import { resolveText } from '../resolve-body.ts'

/** An author as introduced under a recap and on a page of their own. */
export type AuthorProfile = {
  name: string
  role: string | undefined
  href: string
  portrait: Picture | undefined
  bio: TextBlock[]
  links: { label: string; url: string }[]
}

export const authorProfile = remembered(
  (author: HeadOf<'author'>, site): AuthorProfile => ({
    name: author.name,
    role: author.role,
    href: authorPath(author.slug),
    portrait: site.picture(author.portrait, places.portrait),
    bio: resolveText(author.bio, author, site),
    links: (author.links ?? []).flatMap(({ label, url }) => {
      const target = linkTarget(url, author, site)
      return target === undefined ? [] : [{ label, url: target }]
    }),
  }),
)
