import type { PreviewValue } from 'sanity'
import { formatDay, formatMoment } from './moment.ts'

type Selection = {
  title?: string
  author?: string
  second?: string
  publishedAt?: string
  media?: PreviewValue['media']
}

/** How a recap looks in lists: its cover, who wrote it, and when it is or will be on the site. */
export const describeRecap = {
  select: {
    title: 'title',
    author: 'authors.0.name',
    second: 'authors.1.name',
    publishedAt: 'publishedAt',
    media: 'cover',
  },
  prepare({ title, author, second, publishedAt, media }: Selection) {
    return {
      title: title || 'Recap without a title',
      // The date comes first where it matters most, since a narrow list cuts the end off.
      subtitle: subtitle(names(author, second), publishedAt),
      media,
    }
  },
}

function subtitle(authors: string | undefined, publishedAt: string | undefined): string {
  const date = when(publishedAt)
  const isScheduled = publishedAt !== undefined && Date.parse(publishedAt) > Date.now()
  return (isScheduled ? [date, authors] : [authors, date]).filter(Boolean).join(' · ')
}

function names(first: string | undefined, second: string | undefined): string | undefined {
  return second ? `${first} and others` : first
}

function when(publishedAt: string | undefined): string | undefined {
  if (!publishedAt) return undefined
  return Date.parse(publishedAt) > Date.now()
    ? `${formatMoment(publishedAt)}, scheduled`
    : formatDay(publishedAt)
}
