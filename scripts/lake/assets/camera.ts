import readExif from 'exif-reader'
import { z } from 'zod'

const tags = z.record(z.string(), z.unknown()).nullish()
const camera = z.object({ image: tags, exif: tags, gps: tags })
type Tags = z.infer<typeof tags>

const tag = z.union([
  z.string(),
  z.number(),
  z.array(z.number()),
  z.date().transform((date) => date.toISOString()),
])

const degrees = z.tuple([z.number(), z.number(), z.number()])
const gps = z.object({
  GPSLatitude: degrees,
  GPSLatitudeRef: z.enum(['N', 'S']),
  GPSLongitude: degrees,
  GPSLongitudeRef: z.enum(['E', 'W']),
  GPSAltitude: z.number().optional().catch(undefined),
  GPSAltitudeRef: z.number().optional().catch(undefined),
})

/** What a camera wrote into its picture, in the forms of Sanity's own metadata; latitude and so on in degrees. */
export type CameraFacts = {
  image?: { _type: 'sanity.imageExifTags'; [tag: string]: unknown }
  exif?: { _type: 'sanity.imageExifMetadata'; [tag: string]: unknown }
  location?: { _type: 'geopoint'; lat: number; lng: number; alt?: number }
}

/** Cameras write all kinds of nonsense: what cannot be read is left out, and no reason to refuse a picture. */
export function cameraFacts(exif: Buffer): CameraFacts {
  const facts = camera.safeParse(read(exif)).data
  return {
    image: facts?.image ? { _type: 'sanity.imageExifTags', ...readable(facts.image) } : undefined,
    exif: facts?.exif ? { _type: 'sanity.imageExifMetadata', ...readable(facts.exif) } : undefined,
    location: location(facts?.gps),
  }
}

function read(exif: Buffer): unknown {
  try {
    return readExif(exif)
  } catch {
    return undefined
  }
}

/** Without notes in a maker's secret format, and without tags that have numbers for names. */
function readable(all: NonNullable<Tags>): Record<string, unknown> {
  const entries = Object.entries(all)
    .filter(([name]) => /^[A-Za-z]/.test(name))
    .map(([name, value]) => [name, tag.safeParse(value).data])
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries)
}

function location(found: Tags): CameraFacts['location'] {
  const facts = gps.safeParse(found).data
  if (!facts) return undefined
  const alt = facts.GPSAltitude
  return {
    _type: 'geopoint',
    lat: decimal(facts.GPSLatitude) * (facts.GPSLatitudeRef === 'S' ? -1 : 1),
    lng: decimal(facts.GPSLongitude) * (facts.GPSLongitudeRef === 'W' ? -1 : 1),
    ...(alt !== undefined && { alt: facts.GPSAltitudeRef === 1 ? -alt : alt }),
  }
}

function decimal([whole, minutes, seconds]: z.infer<typeof degrees>): number {
  return whole + minutes / 60 + seconds / 3600
}
