import type { AuthorDocument } from '../../cms/schemas/author.ts'
import type { Picture } from '../../portable-text/body.ts'
import { type DateText, dayText } from '../dates.ts'
import { authorPath, recapPath } from '../paths.ts'
import { type PicturePlace, places } from '../pictures.ts'
import type { Recap, Snapshot } from '../snapshot.ts'

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

export function card(recap: Recap, snapshot: Snapshot, place: PicturePlace = places.card): Card {
  const { document } = recap
  return {
    title: document.title,
    href: recapPath(document.slug),
    standfirst: document.standfirst,
    date: dayText(document.publishedAt),
    place: recap.event?.venue?.name,
    cover: decoration(snapshot.picture(document.cover, place)),
    authors: recap.authors.map((author) => byline(author, snapshot)),
  }
}

export function byline(author: AuthorDocument, snapshot: Snapshot): Byline {
  return {
    name: author.name,
    href: authorPath(author.slug),
    portrait: decoration(snapshot.picture(author.portrait, places.face)),
  }
}

/** Beside a title or a name that says it already, a picture is decoration: described again, it would only be noise. */
function decoration(picture: Picture | undefined): Picture | undefined {
  return picture && { ...picture, alt: '', caption: undefined, credit: undefined }
}
