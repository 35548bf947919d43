import type { HeadOf } from '../../cms/head.ts'
import { plainText } from '../../portable-text/plain-text.ts'
import { recapsOf } from '../joins.ts'
import { lists } from '../lists.ts'
import { wordsOf } from '../locale.ts'
import { authorPath, pagePath, paths, sharePaths } from '../paths.ts'
import { places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { type AuthorProfile, authorProfile } from './author-profile.ts'
import { type Card, card } from './card.ts'
import { above, crumbs } from './crumbs.ts'
import { type Frame, frame } from './frame.ts'
import { type Pager, pagerOf } from './pager.ts'
import { person, type StructuredData } from './structured-data.ts'

export type AuthorView = {
  kind: 'author'
  frame: Frame
  profile: AuthorProfile
  /** Undefined on the head page, which has the newest. */
  page: number | undefined
  cards: Card[]
  pager: Pager
}

/** Everybody who writes. How much is said on their own pages: this one would change with every recap. */
export type AuthorsView = { kind: 'authors'; frame: Frame; profiles: AuthorProfile[] }

export function authorView(
  site: SiteReader,
  author: HeadOf<'author'>,
  number: number | undefined,
): AuthorView {
  const profile = authorProfile(author, site)
  const page = site.page(lists.author(author._id), number)
  return {
    kind: 'author',
    frame: frame(site, {
      path: pagePath(authorPath(author.slug), number),
      title: number === undefined ? author.name : wordsOf(site).pageOf(author.name, number),
      description: plainText(profile.bio).split('\n')[0] || undefined,
      shareImage: site.drawsShareCards ? undefined : site.picture(author.portrait, places.share),
      shareCard: { path: sharePaths.author(author.slug), alt: author.name },
      type: 'profile',
      structuredData: number === undefined ? [profilePage(author, profile, site)] : [],
      crumbs:
        number === undefined
          ? crumbs(site, author.name, above(site).people)
          : crumbs(site, wordsOf(site).page(number), above(site).people, {
              label: author.name,
              href: authorPath(author.slug),
            }),
    }),
    profile,
    page: number,
    cards: recapsOf(page.ids, site).map((recap) => card(recap, site)),
    pager: pagerOf(page),
  }
}

function profilePage(
  author: HeadOf<'author'>,
  { links, role, portrait }: AuthorProfile,
  { siteUrl }: SiteReader,
): StructuredData {
  const elsewhere = links.map(({ url }) => url).filter((url) => /^https?:/.test(url))
  return {
    '@type': 'ProfilePage',
    mainEntity: {
      ...person(author.name, siteUrl + encodeURI(authorPath(author.slug))),
      ...(role === undefined ? {} : { jobTitle: role }),
      ...(portrait ? { image: new URL(portrait.src, siteUrl).href } : {}),
      ...(elsewhere.length === 0 ? {} : { sameAs: elsewhere }),
    },
  }
}

export function authorsView(site: SiteReader): AuthorsView {
  return {
    kind: 'authors',
    frame: frame(site, {
      path: paths.authors,
      title: wordsOf(site).people,
      description: wordsOf(site).peopleAbout,
      crumbs: crumbs(site, wordsOf(site).people),
    }),
    profiles: site.names('author').flatMap((id) => {
      const author = site.document('author', id)
      return author ? [authorProfile(author, site)] : []
    }),
  }
}
