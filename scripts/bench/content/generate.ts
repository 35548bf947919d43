import { assetDocument } from './asset.ts'
import { countsFor } from './counts.ts'
import type { GeneratedDocument } from './document.ts'
import { eventDocument } from './event.ts'
import { authorDocument, topicDocument, venueDocument } from './people-and-places.ts'
import type { Picture } from './picture.ts'
import { recapDocument } from './recap.ts'
import { siteSettings } from './site-settings.ts'
import { pictureIn, type World } from './world.ts'

export type ContentRequest = {
  recaps: number
  /** All documents together; without it, three for each recap and a few. */
  documents?: number
  seed?: number
  /** Pictures that are really there: all images show one of them. Without, images refer to pictures without bytes. */
  pictures?: readonly Picture[]
}

/**
 * Made-up content for measuring, the same for the same request. Documents are made one by one, as they are asked
 * for, and none refers to one that comes after it; recaps come last, the newest at the end.
 * @throws Failure where `documents` leaves no room for what the recaps refer to
 */
export function* generateContent(request: ContentRequest): Generator<GeneratedDocument, void, undefined> {
  const { recaps, documents = 3 * recaps + 20, seed = 1, pictures } = request
  const counts = countsFor(recaps, documents, pictures?.length)
  const world: World = { seed, counts, pictures }
  for (let index = 0; index < counts.assets; index++)
    yield assetDocument(seed, pictureIn(world, index), index, counts.assets)
  yield siteSettings(world)
  yield* row(counts.topics, (index) => topicDocument(world, index))
  yield* row(counts.venues, (index) => venueDocument(world, index))
  yield* row(counts.authors, (index) => authorDocument(world, index))
  yield* row(counts.events, (index) => eventDocument(world, index))
  yield* row(recaps, (index) => recapDocument(world, index))
}

function* row(count: number, make: (index: number) => GeneratedDocument): Generator<GeneratedDocument> {
  for (let index = 0; index < count; index++) yield make(index)
}
