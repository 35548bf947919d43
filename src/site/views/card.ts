import type { HeadOf, RecapHead } from '../../cms/head.ts'
import type { Picture } from '../../portable-text/body.ts'
import { type DateText, dayText } from '../dates.ts'
import { authorsOf, eveningOf } from '../joins.ts'
import { localeOf } from '../locale.ts'
import { authorPath, recapPath } from '../paths.ts'
import { type PicturePlace, places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'
import { remembered } from '../remembered.ts'

export type Byline = { name: string; href: string; portrait: Picture | undefined }

/** A recap as it is shown in lists. */
export type Card = {
  title: string
  href: string
  standfirst: string
  date: DateText
  /** Where the evening was. */
  place: string | undefined
  cover: Picture | undefined
  authors: Byline[]
}

/** A recap as it is shown in lists, with a small picture. */
export const card = remembered((recap: RecapHead, site) => cardWith(recap, site, places.card))

export function cardWith(recap: RecapHead, site: SiteReader, place: PicturePlace): Card {
  return {
    title: recap.title,
    href: recapPath(recap.slug),
    standfirst: recap.standfirst,
    date: dayText(recap.publishedAt, localeOf(site)),
    place: eveningOf(recap.event, site)?.venue?.name,
    cover: decoration(site.picture(recap.cover, place)),
    authors: authorsOf(recap, site).map((author) => byline(author, site)),
  }
}

export const byline = remembered(
  (author: HeadOf<'author'>, site): Byline => ({
    name: author.name,
    href: authorPath(author.slug),
    portrait: decoration(site.picture(author.portrait, places.face)),
  }),
)

/** Beside a title or a name that says it already, a picture is decoration: described again, it would only be noise. */
function decoration(picture: Picture | undefined): Picture | undefined {
  return picture && { ...picture, alt: '', caption: undefined, credit: undefined }
}
