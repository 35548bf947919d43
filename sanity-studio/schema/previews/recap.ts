import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import type { PreviewValue } from 'sanity'
import { formatDay, formatMoment } from './moment.ts'
import { line, stateOf } from './state.ts'

type Selection = {
  title?: string
  author?: string
  second?: string
  publishedAt?: string
  media?: PreviewValue['media']
  original?: string
}

/** How a recap looks in lists: its cover, its state, who wrote it, and when it is or will be on the site. */
export const describeRecap = {
  select: {
    title: 'title',
    author: 'authors.0.name',
    second: 'authors.1.name',
    publishedAt: 'publishedAt',
    media: 'cover',
    original: '_originalId',
  },
  prepare({ title, author, second, publishedAt, media, original }: Selection) {
    return {
      title: title || 'Recap without a title',
      subtitle: subtitle(stateOf(original), names(author, second), publishedAt),
      media: media ?? DocumentTextIcon,
    }
  },
}

/** The date comes first where it matters most, since a narrow list cuts the end off. */
function subtitle(state: string | undefined, authors: string | undefined, publishedAt: string | undefined) {
  const isToCome = publishedAt !== undefined && Date.parse(publishedAt) > Date.now()
  if (!isToCome) return line(state, authors, publishedAt && formatDay(publishedAt))
  return state
    ? line(state, `for ${formatMoment(publishedAt)}`, authors)
    : line(`${formatMoment(publishedAt)}, scheduled`, authors)
}

function names(first: string | undefined, second: string | undefined): string | undefined {
  return second ? `${first} and others` : first
}
