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
      subtitle: [names(author, second), when(publishedAt)].filter(Boolean).join(' · '),
      media,
    }
  },
}

function names(first: string | undefined, second: string | undefined): string | undefined {
  return second ? `${first} and others` : first
}

function when(publishedAt: string | undefined): string | undefined {
  if (!publishedAt) return undefined
  return Date.parse(publishedAt) > Date.now()
    ? `scheduled for ${formatMoment(publishedAt)}`
    : formatDay(publishedAt)
}
