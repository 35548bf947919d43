import type { SortOrdering } from 'sanity'

export const newestFirst: SortOrdering = {
  name: 'newest',
  title: 'Newest first',
  by: [{ field: 'publishedAt', direction: 'desc' }],
}

export const soonestFirst: SortOrdering = {
  name: 'soonest',
  title: 'Soonest first',
  by: [{ field: 'startsAt', direction: 'asc' }],
}

export const latestFirst: SortOrdering = {
  name: 'latest',
  title: 'Latest first',
  by: [{ field: 'startsAt', direction: 'desc' }],
}

export const byName: SortOrdering = {
  name: 'name',
  title: 'By name',
  by: [{ field: 'name', direction: 'asc' }],
}

export const byTitle: SortOrdering = {
  name: 'title',
  title: 'By title',
  by: [{ field: 'title', direction: 'asc' }],
}

export const latestReplyFirst: SortOrdering = {
  name: 'latestReply',
  title: 'Latest first',
  by: [{ field: 'submittedAt', direction: 'desc' }],
}
