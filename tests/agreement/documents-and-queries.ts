import type { z } from 'zod'
import type * as Studio from '../../.cache/check/studio-types/studio.ts'
import type { Page } from '../../src/cms/pull/lake-lists.ts'
import type { authorDocument } from '../../src/cms/schemas/author.ts'
import type { eventDocument } from '../../src/cms/schemas/event.ts'
import type { recapDocument } from '../../src/cms/schemas/recap.ts'
import type { replyContactDocument, replyDocument } from '../../src/cms/schemas/reply.ts'
import type { siteSettingsDocument } from '../../src/cms/schemas/site-settings.ts'
import type { topicDocument } from '../../src/cms/schemas/topic.ts'
import type { venueDocument } from '../../src/cms/schemas/venue.ts'

// Compiled by scripts/check/studio-types.ts, which has Sanity's programs write the types of the Studio first. A line
// that does not compile names a document or a query of which the Studio and the site do not think the same.

/** Parts of Sanity's own whose types say less than is so, by what is always in them. */
type Always = { block: 'children'; span: 'text'; geopoint: 'lat' | 'lng'; image: 'asset' }

type Whole<T> = T extends (infer Item)[]
  ? Whole<Item>[]
  : T extends { _type: keyof Always }
    ? Parts<T> & { [K in Always[T['_type']] & keyof T]-?: Whole<NonNullable<T[K]>> }
    : T extends object
      ? Parts<T>
      : T

type Parts<T> = { [K in keyof T]: Whole<T[K]> }

/** `true` where what is given is what is taken, and has every field that is looked for; else the fields that differ. */
type Agrees<Given, Taken> =
  Differing<Whole<Given>, Taken> extends never ? true : Differing<Whole<Given>, Taken>

type Differing<Given, Taken> = {
  [K in keyof Taken]-?: K extends keyof Given ? (Given[K] extends Taken[K] ? never : K) : K
}[keyof Taken]

type Ok<_ extends true> = true

type Taken<Schema extends z.ZodType> = z.input<Schema>

export type Documents = [
  Ok<Agrees<Studio.Recap, Taken<typeof recapDocument>>>,
  Ok<Agrees<Studio.Author, Taken<typeof authorDocument>>>,
  Ok<Agrees<Studio.Event, Taken<typeof eventDocument>>>,
  Ok<Agrees<Studio.Venue, Taken<typeof venueDocument>>>,
  Ok<Agrees<Studio.Topic, Taken<typeof topicDocument>>>,
  Ok<Agrees<Studio.SiteSettings, Taken<typeof siteSettingsDocument>>>,
  Ok<Agrees<Studio.Reply, Taken<typeof replyDocument>>>,
  Ok<Agrees<Studio.ReplyContact, Taken<typeof replyContactDocument>>>,
]

export type Answers = [
  Ok<Agrees<Studio.ManifestQueryResult, Page>>,
  Ok<Agrees<Studio.NewestQueryResult, Page>>,
  Ok<Agrees<Studio.OlderQueryResult, Page>>,
]
