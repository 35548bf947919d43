import { z } from 'zod'
import { authorDocument } from './author.ts'
import { eventDocument } from './event.ts'
import { imageAssetDocument } from './image.ts'
import { recapDocument } from './recap.ts'
import { siteSettingsDocument } from './site-settings.ts'
import { topicDocument } from './topic.ts'
import { venueDocument } from './venue.ts'

/** Every type of document that the site is made from. */
export const anyDocument = z.discriminatedUnion('_type', [
  recapDocument,
  authorDocument,
  eventDocument,
  venueDocument,
  topicDocument,
  siteSettingsDocument,
  imageAssetDocument,
])

export type AnyDocument = z.infer<typeof anyDocument>
export type DocumentType = AnyDocument['_type']

export const documentTypes: readonly DocumentType[] = anyDocument.options.map(
  (option) => option.shape._type.value,
)
