import type { ImageAddress } from '../cms/image-addresses.ts'
import type { AuthorDocument } from '../cms/schemas/author.ts'
import type { AnyDocument, DocumentType } from '../cms/schemas/documents.ts'
import type { EventDocument } from '../cms/schemas/event.ts'
import type { RecapDocument } from '../cms/schemas/recap.ts'
import type { SiteSettingsDocument } from '../cms/schemas/site-settings.ts'
import type { TopicDocument } from '../cms/schemas/topic.ts'
import type { VenueDocument } from '../cms/schemas/venue.ts'
import { authorPath, recapPath, topicPath } from './paths.ts'
import { createPictureMaker, type PictureMaker } from './pictures.ts'
import { uniqueBySlug } from './unique-slugs.ts'

export type Evening = { document: EventDocument; venue: VenueDocument | undefined }

/** A recap with everything that it refers to. */
export type Recap = {
  document: RecapDocument
  /** Its place among all public recaps, newest first, from 0. */
  rank: number
  authors: AuthorDocument[]
  topics: TopicDocument[]
  event: Evening | undefined
}

/** Everything public at one moment, joined and sorted. Immutable; all views are made from it. */
export type Snapshot = {
  now: Date
  siteUrl: string
  settings: SiteSettingsDocument | undefined
  /** Newest first. */
  recaps: readonly Recap[]
  /** The address of every document that has a page, by its id. */
  pathById: ReadonlyMap<string, string>
  recapsByAuthor: ReadonlyMap<string, readonly Recap[]>
  recapsByTopic: ReadonlyMap<string, readonly Recap[]>
  /** By name. */
  authors: readonly AuthorDocument[]
  topics: readonly TopicDocument[]
  /** Soonest first; only evenings that have not ended and are not cancelled. */
  comingEvenings: readonly Evening[]
  picture: PictureMaker
  /** When the next scheduled recap or the end of an evening makes this snapshot out of date; undefined: never. */
  validUntil: Date | undefined
  /** What was left out and why, in plain words. */
  notices: string[]
}

export type SnapshotInput = {
  documents: readonly AnyDocument[]
  /** Recaps dated later than this moment stay out. */
  now: Date
  siteUrl: string
  imageAddress: ImageAddress
}

/** An evening without an end counts as over three hours after its beginning. */
const usualLength = 3 * 60 * 60 * 1000

/** Joins the documents into what the public sees at a moment. The order of `documents` does not matter. */
export function takeSnapshot({ documents, now, siteUrl, imageAddress }: SnapshotInput): Snapshot {
  const notices: string[] = []
  const authors = uniqueBySlug(ofType(documents, 'author'), notices)
  const topics = uniqueBySlug(ofType(documents, 'topic'), notices)
  const authorById = byId(authors)
  const topicById = byId(topics)
  const venueById = byId(ofType(documents, 'venue'))
  const evenings = uniqueBySlug(ofType(documents, 'event'), notices).map(
    (document): Evening => ({ document, venue: venueById.get(document.venue ?? '') }),
  )
  const eveningById = new Map(evenings.map((evening) => [evening.document._id, evening]))

  const recapDocuments = ofType(documents, 'recap')
  const publicRecaps = recapDocuments.filter((document) => timeOf(document.publishedAt) <= now.getTime())
  const recaps = uniqueBySlug(publicRecaps, notices)
    .sort((a, b) => timeOf(b.publishedAt) - timeOf(a.publishedAt) || compare(a._id, b._id))
    .map(
      (document, rank): Recap => ({
        document,
        rank,
        authors: present(document.authors, authorById),
        topics: present(document.topics, topicById),
        event: eveningById.get(document.event ?? ''),
      }),
    )

  const comingEvenings = evenings
    .filter(({ document }) => document.status !== 'cancelled' && endOf(document) > now.getTime())
    .sort(
      (a, b) =>
        timeOf(a.document.startsAt) - timeOf(b.document.startsAt) || compare(a.document._id, b.document._id),
    )

  return {
    now,
    siteUrl,
    settings: ofType(documents, 'siteSettings').find((document) => document._id === 'siteSettings'),
    recaps,
    pathById: new Map([
      ...recaps.map(({ document }) => [document._id, recapPath(document.slug)] as const),
      ...authors.map((document) => [document._id, authorPath(document.slug)] as const),
      ...topics.map((document) => [document._id, topicPath(document.slug)] as const),
    ]),
    recapsByAuthor: groupBy(recaps, (recap) => recap.authors),
    recapsByTopic: groupBy(recaps, (recap) => recap.topics),
    authors: authors.sort((a, b) => compare(a.name, b.name) || compare(a._id, b._id)),
    topics: topics.sort((a, b) => compare(a.title, b.title) || compare(a._id, b._id)),
    comingEvenings,
    picture: createPictureMaker(byId(ofType(documents, 'sanity.imageAsset')), imageAddress),
    validUntil: soonest([
      ...recapDocuments
        .map((document) => timeOf(document.publishedAt))
        .filter((time) => time > now.getTime()),
      ...comingEvenings.map(({ document }) => endOf(document)),
    ]),
    notices,
  }
}

function endOf(event: EventDocument): number {
  return event.endsAt === undefined ? timeOf(event.startsAt) + usualLength : timeOf(event.endsAt)
}

function timeOf(moment: string): number {
  return Date.parse(moment)
}

function soonest(times: number[]): Date | undefined {
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.min(a, b)))
}

function ofType<T extends DocumentType>(documents: readonly AnyDocument[], type: T) {
  return documents.filter(
    (document): document is Extract<AnyDocument, { _type: T }> => document._type === type,
  )
}

function byId<T extends { _id: string }>(documents: readonly T[]): Map<string, T> {
  return new Map(documents.map((document) => [document._id, document]))
}

function present<T>(ids: readonly string[], documents: ReadonlyMap<string, T>): T[] {
  return ids.map((id) => documents.get(id)).filter((document) => document !== undefined)
}

function groupBy(recaps: readonly Recap[], keys: (recap: Recap) => readonly { _id: string }[]) {
  const groups = new Map<string, Recap[]>()
  for (const recap of recaps)
    for (const { _id } of keys(recap)) {
      const group = groups.get(_id)
      if (group) group.push(recap)
      else groups.set(_id, [recap])
    }
  return groups
}

/** By code points, so that no machine's locale can change the order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
