import { z } from 'zod'
import { httpError } from '../errors.ts'

const part = z.enum(['lqip', 'blurhash', 'thumbhash', 'palette', 'image', 'exif', 'location', 'none'])

/** What a sender may ask to be found out about a picture, besides what is always told. */
export type MetadataPart = z.infer<typeof part>

/** The camera and the place are told only to those who ask. */
const unasked: MetadataPart[] = ['lqip', 'blurhash', 'palette']

/** @param asked the values of `meta` in an upload's address; none of them means the usual ones */
export function parseMetadataParts(asked: string[]): ReadonlySet<MetadataPart> {
  if (asked.length === 0) return new Set(unasked)
  const parts = z.array(part).safeParse(asked.flatMap((value) => value.split(',')))
  if (parts.success) return new Set(parts.data)
  throw httpError(400, `Parameter "meta" must be one or more of ${part.options.join(', ')}`)
}
