import type { AnyDocument, DocumentType } from './schemas/documents.ts'
import type { StoredBody } from './schemas/portable-text.ts'
import type { RecapDocument } from './schemas/recap.ts'

/** A parsed document without what is long. */
export type Head = Exclude<AnyDocument, RecapDocument> | RecapHead
export type RecapHead = Omit<RecapDocument, 'body'>

export type HeadOf<T extends DocumentType> = Extract<Head, { _type: T }>

/** What decides where a document stands: on which lists, at which address. Kept small, since all are read at a start. */
export type Entry =
  | Pick<RecapHead, '_id' | '_type' | '_createdAt' | 'slug' | 'publishedAt' | 'authors' | 'topics' | 'event'>
  | Pick<
      HeadOf<'event'>,
      '_id' | '_type' | '_createdAt' | 'slug' | 'startsAt' | 'endsAt' | 'status' | 'venue'
    >
  | Pick<HeadOf<'author'>, '_id' | '_type' | '_createdAt' | 'slug' | 'name'>
  | Pick<HeadOf<'topic'>, '_id' | '_type' | '_createdAt' | 'slug' | 'title'>
  | Pick<HeadOf<'venue'>, '_id' | '_type' | '_createdAt' | 'slug' | 'name'>

export type EntryOf<T extends Entry['_type']> = Extract<Entry, { _type: T }>

/** Documents as the site reads them: all of them good, all references kept as ids. */
export type Documents = {
  /** Of every document that has one: not of settings and assets, which are read by their ids. */
  entries(): Iterable<Entry>
  head(id: string): Head | undefined
  body(id: string): StoredBody | undefined
}

/** What decides where a document stands; undefined for settings and assets. */
export function entryOf(head: Head): Entry | undefined {
  const { _id, _createdAt } = head
  switch (head._type) {
    case 'recap': {
      const { _type, slug, publishedAt, authors, topics, event } = head
      return { _id, _type, _createdAt, slug, publishedAt, authors, topics, event }
    }
    case 'event': {
      const { _type, slug, startsAt, endsAt, status, venue } = head
      return { _id, _type, _createdAt, slug, startsAt, endsAt, status, venue }
    }
    case 'author':
      return { _id, _type: head._type, _createdAt, slug: head.slug, name: head.name }
    case 'venue':
      return { _id, _type: head._type, _createdAt, slug: head.slug, name: head.name }
    case 'topic':
      return { _id, _type: head._type, _createdAt, slug: head.slug, title: head.title }
    case 'siteSettings':
    case 'sanity.imageAsset':
      return undefined
  }
}
