import { httpError } from '../errors.ts'
import { ImageParameters } from './image-parameter.ts'

const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'] as const
export type Fit = (typeof fits)[number]

export type OutputFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'tif'

/** Least and greatest length of a side. */
export type Limits = { minimum: number; maximum: number }

/** What an address asks of a picture. Lengths are in pixels of the result, `rect` in pixels of the original. */
export type ImageRequest = {
  rect?: { left: number; top: number; width: number; height: number }
  width?: number
  height?: number
  /** They count for `fit=crop` only. */
  limits: { width: Limits; height: Limits }
  fit: Fit
  /** The point to keep when something has to go, as fractions of width and height. */
  focus: { x: number; y: number }
  /** Let the most detailed part decide instead. */
  entropy: boolean
  /** Degrees, clockwise, before anything but `rect`. */
  rotation: number
  /** Added on each side of what the rest makes. */
  pad: number
  format?: 'jpg' | 'png' | 'webp'
  progressive: boolean
  /** Choose a format that the receiver understands. */
  autoFormat: boolean
  /** Of a picture that moves, only the first frame. */
  firstFrame: boolean
  quality: number
  blur: number
  sharpen: number
  greyscale: boolean
  invert: boolean
  flip: { horizontal: boolean; vertical: boolean }
  /** Six hexadecimal digits and two for opacity. */
  background?: string
}

const understood = [
  ...[
    'rect',
    'w',
    'h',
    'min-w',
    'max-w',
    'min-h',
    'max-h',
    'fit',
    'crop',
    'fp-x',
    'fp-y',
    'dpr',
    'pad',
    'or',
  ],
  ...['fm', 'auto', 'q', 'frame', 'blur', 'sharp', 'sat', 'invert', 'flip', 'bg'],
]

/** The longest side that can be asked for, as with the hosted API. */
const longest = 8192

/**
 * Undefined where nothing is asked for, and the original is meant; parameters that nobody knows are ignored.
 * @throws 400 in the hosted API's form
 */
export function parseImageRequest(query: URLSearchParams): ImageRequest | undefined {
  if (!understood.some((name) => query.has(name))) return undefined
  const given = new ImageParameters(query)
  const ratio = given.number('dpr', 1, 3) ?? 1
  const format = given.oneOf('fm', ['jpg', 'pjpg', 'png', 'webp'])
  const length = (name: string) => scaled(given.integer(name, 1, longest), ratio)
  const limits = (side: string) => ({
    minimum: length(`min-${side}`) ?? 1,
    maximum: length(`max-${side}`) ?? longest,
  })
  const flip = given.oneOf('flip', ['h', 'v', 'hv', 'vh'])
  given.integer('frame', 1, 1)
  return {
    rect: parseRect(given),
    width: length('w'),
    height: length('h'),
    limits: { width: limits('w'), height: limits('h') },
    fit: given.oneOf('fit', fits) ?? 'clip',
    focus: parseFocus(given),
    entropy: given.text('crop') === 'entropy',
    rotation: Number(given.oneOf('or', ['0', '90', '180', '270']) ?? 0),
    pad: scaled(given.integer('pad', 0, longest), ratio) ?? 0,
    format: format === 'pjpg' ? 'jpg' : format,
    progressive: format === 'pjpg',
    autoFormat: given.oneOf('auto', ['format']) !== undefined && format === undefined,
    firstFrame: query.has('frame'),
    quality: given.integer('q', 0, 100) ?? 75,
    blur: given.integer('blur', 0, 2000) ?? 0,
    sharpen: given.integer('sharp', 0, 100) ?? 0,
    // The hosted pipeline knows no other degree of saturation either.
    greyscale: given.integer('sat', -100, 100) === -100,
    invert: given.oneOf('invert', ['true', 'false']) === 'true',
    flip: { horizontal: flip?.includes('h') ?? false, vertical: flip?.includes('v') ?? false },
    background: given.colour('bg'),
  }
}

function scaled(length: number | undefined, ratio: number): number | undefined {
  return length === undefined ? undefined : Math.min(Math.round(length * ratio), longest)
}

function parseRect(given: ImageParameters): ImageRequest['rect'] {
  const [left = 0, top = 0, width, height] = given.integers('rect', 4) ?? []
  if (width === undefined || height === undefined) return undefined
  if (width > 0 && height > 0) return { left, top, width, height }
  throw httpError(400, 'Parameter "rect" must have a width and a height of 1 or more')
}

const sides = ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy']

function parseFocus(given: ImageParameters): ImageRequest['focus'] {
  const asked = given.text('crop')?.split(',') ?? []
  if (!asked.every((side) => sides.includes(side))) {
    throw httpError(400, `Parameter "crop" must be one or more of ${sides.join(', ')}`)
  }
  const x = given.number('fp-x', 0, 1) ?? 0.5
  const y = given.number('fp-y', 0, 1) ?? 0.5
  if (asked.includes('focalpoint')) return { x, y }
  return {
    x: asked.includes('left') ? 0 : asked.includes('right') ? 1 : 0.5,
    y: asked.includes('top') ? 0 : asked.includes('bottom') ? 1 : 0.5,
  }
}
