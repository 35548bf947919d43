import { z } from 'zod'
import { documentFields, reference } from './fields.ts'

const share = z.number().min(0).max(1)

const crop = z.object({ top: share, bottom: share, left: share, right: share })
const hotspot = z.object({ x: share, y: share, width: share, height: share })

const described = {
  crop: crop.optional(),
  hotspot: hotspot.optional(),
  alt: z.string().trim().optional(),
  decorative: z.boolean().optional(),
  caption: z.string().optional(),
  credit: z.string().optional(),
}

/** Said of an image that `isDescribed` refuses. */
export const undescribed = {
  path: ['alt'],
  error: 'needs a description for people who can’t see it (or the tick “decorative”)',
}

export function isDescribed(value: { alt?: string | undefined; decorative?: boolean | undefined }): boolean {
  return value.decorative === true || Boolean(value.alt)
}

/** An image that must be there, as in a body. `crop` and `hotspot` are shares of the original, 0 to 1. */
export const image = z.object({ asset: reference, ...described }).refine(isDescribed, undescribed)

/** An image field that may be empty; the Studio leaves an object without asset behind when one is removed. */
export const optionalImage = z
  .object({ asset: reference.optional(), ...described })
  .transform((value, context): StoredImage | undefined => {
    if (value.asset === undefined) return undefined
    if (!isDescribed(value))
      context.addIssue({ code: 'custom', path: undescribed.path, message: undescribed.error })
    return { ...value, asset: value.asset }
  })
  .optional()

export type StoredImage = z.infer<typeof image>

export const imageAssetDocument = z.object({
  ...documentFields,
  _type: z.literal('sanity.imageAsset'),
  url: z.url(),
  extension: z.string(),
  sha1hash: z.string(),
  metadata: z.object({
    dimensions: z.object({ width: z.number().int().positive(), height: z.number().int().positive() }),
    isOpaque: z.boolean().optional(),
    palette: z
      .object({ dominant: z.object({ background: z.string().regex(/^#[0-9a-f]{6}$/i) }).optional() })
      .optional(),
  }),
})

/** An uploaded original. `dimensions` are pixels after EXIF orientation. */
export type ImageAssetDocument = z.infer<typeof imageAssetDocument>
