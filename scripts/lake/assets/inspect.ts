import { open, readFile } from 'node:fs/promises'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { httpError } from '../errors.ts'
import { type CameraFacts, cameraFacts } from './camera.ts'
import { type ImageFormat, imageFormat, isGzip, isHeic } from './image-format.ts'
import type { MetadataPart } from './metadata-parts.ts'
import { type Palette, paletteOf } from './palette.ts'
import { maximumPixels, workingTime } from './picture-work.ts'
import { blurHashOf, lqipOf, type Sample, thumbHashOf } from './placeholders.ts'

/** What the name of a picture says; its size is that after turning it the right way up. */
export type ImageHeader = ImageFormat & { width: number; height: number; metadata: Metadata }

/** What else its document tells, as far as it was asked for. */
export type ImageFacts = CameraFacts & {
  hasAlpha: boolean
  isOpaque: boolean
  lqip?: string
  blurHash?: string
  thumbHash?: string
  palette?: Palette
}

const firstBytes = 64

/** Reads no more than the beginning. @throws a 400 with advice where the file is no picture that can be handled */
export async function readImageHeader(file: string): Promise<ImageHeader> {
  const start = await beginningOf(file)
  if (isHeic(start)) throw unreadable('HEIC pictures, as iPhones take them, cannot be read here')
  const metadata = isGzip(start) ? undefined : await read(() => load(file).metadata())
  const format = metadata && imageFormat(metadata.format)
  if (!format || (metadata.format === 'heif' && metadata.compression !== 'av1'))
    throw unreadable('The file is not a picture that can be read')
  return { ...format, ...metadata.autoOrient, metadata }
}

/** Decodes all of the picture, and so finds out whether it is whole. */
export async function inspectImage(
  file: string,
  { metadata }: ImageHeader,
  parts: ReadonlySet<MetadataPart>,
): Promise<ImageFacts> {
  // From a file, a drawing could name other files beside it.
  const source = metadata.format === 'svg' ? await readFile(file) : file
  const sample = await read(() => sampleOf(load(source)))
  const { hasAlpha } = metadata
  const isOpaque = !hasAlpha || (await read(() => load(source).stats())).isOpaque
  const camera = metadata.exif ? cameraFacts(metadata.exif) : {}
  const hasLqip = parts.has('lqip')
  return {
    hasAlpha,
    isOpaque,
    lqip: hasLqip ? await lqipOf(sample, metadata.format === 'png' || !isOpaque ? 'png' : 'jpeg') : undefined,
    blurHash: parts.has('blurhash') ? blurHashOf(sample) : undefined,
    thumbHash: parts.has('thumbhash') ? thumbHashOf(sample) : undefined,
    palette: parts.has('palette') ? paletteOf(sample.pixels) : undefined,
    image: parts.has('image') ? camera.image : undefined,
    exif: parts.has('exif') ? camera.exif : undefined,
    location: parts.has('location') ? camera.location : undefined,
  }
}

const sampleSide = 64

async function sampleOf(picture: Sharp): Promise<Sample> {
  const { data, info } = await picture
    .autoOrient()
    .resize(sampleSide, sampleSide, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pixels: data, width: info.width, height: info.height }
}

function load(source: string | Buffer): Sharp {
  return sharp(source, { limitInputPixels: maximumPixels }).timeout({ seconds: workingTime })
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(firstBytes) })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function read<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) {
      throw invalid(`it has more than ${maximumPixels / 1_000_000} million pixels. Upload a smaller one.`)
    }
    throw unreadable('The file is not a picture that can be read, or it is damaged')
  }
}

function unreadable(reason: string) {
  return invalid(`${reason}. Upload it as JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG.`)
}

/** Begins as the hosted API's own message does. */
function invalid(reason: string) {
  return httpError(400, `Invalid image, could not read metadata: ${reason}`)
}
