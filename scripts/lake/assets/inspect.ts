import sharp, { type Metadata } from 'sharp'
import { httpError } from '../errors.ts'
import { type Palette, paletteOf } from './palette.ts'

/** Pictures with more pixels than this are refused, whatever their size in bytes. */
export const maximumPixels = 150_000_000

/** What an asset's document says about its picture; the size is that after turning it the right way up. */
export type ImageFacts = {
  width: number
  height: number
  extension: string
  mimeType: string
  hasAlpha: boolean
  isOpaque: boolean
  /** A tiny version of it as a data address, to show while the real one loads. */
  lqip: string
  palette: Palette
}

const formats: Record<string, { extension: string; mimeType: string }> = {
  jpeg: { extension: 'jpg', mimeType: 'image/jpeg' },
  png: { extension: 'png', mimeType: 'image/png' },
  webp: { extension: 'webp', mimeType: 'image/webp' },
  gif: { extension: 'gif', mimeType: 'image/gif' },
  svg: { extension: 'svg', mimeType: 'image/svg+xml' },
  avif: { extension: 'avif', mimeType: 'image/avif' },
  tiff: { extension: 'tif', mimeType: 'image/tiff' },
}

export function mimeTypeOfImage(extension: string): string | undefined {
  return Object.values(formats).find((format) => format.extension === extension)?.mimeType
}

/** @throws a 400 with a message for people where the bytes are no picture that can be handled */
export async function inspectImage(bytes: Buffer): Promise<ImageFacts> {
  const metadata = await read(() => sharp(bytes, { limitInputPixels: maximumPixels }).metadata())
  const format = formats[formatName(metadata)]
  if (!format) throw unreadable(metadata.compression === 'hevc' ? 'HEIC' : formatName(metadata))
  return {
    ...metadata.autoOrient,
    ...format,
    ...(await read(() => sample(bytes, metadata.hasAlpha))),
  }
}

async function sample(bytes: Buffer, hasAlpha: boolean) {
  const picture = sharp(bytes, { limitInputPixels: maximumPixels }).autoOrient()
  const small = await picture.resize(64, 64, { fit: 'inside' }).toColourspace('srgb').png().toBuffer()
  const { data, info } = await sharp(small).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const tiny = sharp(small).resize(20)
  const isOpaque = !hasAlpha || (await sharp(bytes, { limitInputPixels: maximumPixels }).stats()).isOpaque
  const preview = !isOpaque
    ? { type: 'image/png', bytes: await tiny.png().toBuffer() }
    : { type: 'image/jpeg', bytes: await tiny.jpeg({ quality: 50 }).toBuffer() }
  return {
    hasAlpha,
    isOpaque,
    lqip: `data:${preview.type};base64,${preview.bytes.toString('base64')}`,
    palette: paletteOf(data, info.channels),
  }
}

function formatName(metadata: Metadata): string {
  return metadata.format === 'heif' && metadata.compression === 'av1' ? 'avif' : metadata.format
}

async function read<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) {
      throw httpError(
        400,
        `The picture has more than ${maximumPixels / 1_000_000} million pixels. Upload a smaller one.`,
      )
    }
    throw unreadable()
  }
}

function unreadable(format?: string) {
  const what = format
    ? `${format} pictures cannot be read here`
    : 'The file is not a picture that can be read, or it is damaged'
  return httpError(400, `${what}. Upload it as JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG.`)
}
