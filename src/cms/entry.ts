import type { Head } from './head.ts'
import type { EventDocument } from './schemas/event.ts'

/** What decides where a document stands: on which lists, at which address. Kept small: all are read at the start. */
export type Entry =
  | {
      _id: string
      _type: 'recap'
      slug: string
      _createdAt: string
      publishedAt: string
      authors: string[]
      topics: string[]
      event?: string | undefined
      previousPaths?: string[] | undefined
    }
  | {
      _id: string
      _type: 'author'
      slug: string
      _createdAt: string
      name: string
      previousPaths?: string[] | undefined
    }
  | {
      _id: string
      _type: 'topic'
      slug: string
      _createdAt: string
      title: string
      previousPaths?: string[] | undefined
    }
  | {
      _id: string
      _type: 'event'
      slug: string
      _createdAt: string
      startsAt: string
      endsAt?: string | undefined
      status: EventDocument['status']
      venue?: string | undefined
      previousPaths?: string[] | undefined
    }
  | { _id: string; _type: 'venue'; slug: string; _createdAt: string; name: string }

export type EntryOf<T extends Entry['_type']> = Extract<Entry, { _type: T }>

/** The entry of a document; undefined for those that are read by their id alone: settings and pictures. */
export function entryOf(document: Head): Entry | undefined {
  switch (document._type) {
    case 'recap': {
      const { _id, _type, slug, _createdAt, publishedAt, authors, topics, event } = document
      return { _id, _type, slug, _createdAt, publishedAt, authors, topics, event, ...oldPaths(document) }
    }
    case 'event': {
      const { _id, _type, slug, _createdAt, startsAt, endsAt, status, venue } = document
      return { _id, _type, slug, _createdAt, startsAt, endsAt, status, venue, ...oldPaths(document) }
    }
    case 'author': {
      const { _id, _type, slug, _createdAt, name } = document
      return { _id, _type, slug, _createdAt, name, ...oldPaths(document) }
    }
    case 'venue': {
      const { _id, _type, slug, _createdAt, name } = document
      return { _id, _type, slug, _createdAt, name }
    }
    case 'topic': {
      const { _id, _type, slug, _createdAt, title } = document
      return { _id, _type, slug, _createdAt, title, ...oldPaths(document) }
    }
    default:
      return undefined
  }
}

/** Most documents were never anywhere else. */
function oldPaths({ previousPaths }: { previousPaths?: string[] | undefined }) {
  return previousPaths === undefined || previousPaths.length === 0 ? {} : { previousPaths }
}
