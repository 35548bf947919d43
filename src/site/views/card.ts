import type { HeadOf, RecapHead } from '../../cms/head.ts'
import type { Picture } from '../../portable-text/body.ts'
import { type DateText, dayText } from '../dates.ts'
import { authorsOf, eveningOf } from '../joins.ts'
import { authorPath, recapPath } from '../paths.ts'
import { type PicturePlace, places } from '../pictures.ts'
import type { SiteReader } from '../reader.ts'

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

export function card(recap: RecapHead, site: SiteReader, place: PicturePlace = places.card): Card {
  return {
    title: recap.title,
    href: recapPath(recap.slug),
    standfirst: recap.standfirst,
    date: dayText(recap.publishedAt),
    place: eveningOf(recap.event, site)?.venue?.name,
    cover: decoration(site.picture(recap.cover, place)),
    authors: authorsOf(recap, site).map((author) => byline(author, site)),
  }
}

export function byline(author: HeadOf<'author'>, site: SiteReader): Byline {
  return {
    name: author.name,
    href: authorPath(author.slug),
    portrait: decoration(site.picture(author.portrait, places.face)),
  }
}

/** Beside a title or a name that says it already, a picture is decoration: described again, it would only be noise. */
function decoration(picture: Picture | undefined): Picture | undefined {
  return picture && { ...picture, alt: '', caption: undefined, credit: undefined }
}
