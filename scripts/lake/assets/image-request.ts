import { malformed } from '../errors.ts'

export type Fit = 'clip' | 'crop' | 'fill' | 'fillmax' | 'max' | 'min' | 'scale'
export type OutputFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'tif'

/** What an address asks of a picture. Lengths are in pixels of the result, `rect` in pixels of the original. */
export type ImageRequest = {
  rect?: { left: number; top: number; width: number; height: number }
  width?: number
  height?: number
  maximumWidth?: number
  maximumHeight?: number
  fit: Fit
  /** The point to keep when something has to go, as fractions of width and height. */
  focus: { x: number; y: number }
  /** Let the most detailed part decide instead. */
  entropy: boolean
  ratio: number
  format?: OutputFormat
  progressive: boolean
  /** Choose a format that the receiver understands. */
  autoFormat: boolean
  quality: number
  blur: number
  sharpen: number
  saturation: number
  flip: { horizontal: boolean; vertical: boolean }
  /** Six or eight hexadecimal digits. */
  background?: string
}

const understood = [
  'rect',
  'w',
  'h',
  'max-w',
  'max-h',
  'fit',
  'crop',
  'fp-x',
  'fp-y',
  'dpr',
  'fm',
  'auto',
  'q',
  'blur',
  'sharp',
  'sharpen',
  'sat',
  'flip',
  'bg',
]

const maximumLength = 8192

/** Undefined where nothing is asked for, and the original is meant. */
export function parseImageRequest(query: URLSearchParams): ImageRequest | undefined {
  if (!understood.some((name) => query.has(name))) return undefined
  const ratio = number(query, 'dpr', 0.1, 5) ?? 1
  const format = parseFormat(query.get('fm'))
  const crop = query.get('crop') ?? 'center'
  return {
    rect: parseRect(query.get('rect')),
    width: length(query, 'w', ratio),
    height: length(query, 'h', ratio),
    maximumWidth: length(query, 'max-w', ratio),
    maximumHeight: length(query, 'max-h', ratio),
    fit: parseFit(query.get('fit')),
    focus: parseFocus(crop, query),
    entropy: crop === 'entropy',
    ratio,
    format,
    progressive: query.get('fm') === 'pjpg',
    autoFormat: query.get('auto') === 'format' && format === undefined,
    quality: Math.round(number(query, 'q', 0, 100) ?? 75),
    blur: number(query, 'blur', 0, 2000) ?? 0,
    sharpen: number(query, 'sharp', 0, 100) ?? number(query, 'sharpen', 0, 100) ?? 0,
    saturation: number(query, 'sat', -100, 100) ?? 0,
    flip: parseFlip(query.get('flip')),
    background: parseBackground(query.get('bg')),
  }
}

function number(query: URLSearchParams, name: string, minimum: number, maximum: number): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (text.trim() !== '' && value >= minimum && value <= maximum) return value
  throw malformed(`Image parameter "${name}" has to be a number from ${minimum} to ${maximum}`)
}

function length(query: URLSearchParams, name: string, ratio: number): number | undefined {
  const value = number(query, name, 1, maximumLength)
  return value === undefined ? undefined : Math.min(Math.max(Math.round(value * ratio), 1), maximumLength)
}

function parseRect(text: string | null): ImageRequest['rect'] {
  if (text === null) return undefined
  const [left, top, width, height, ...more] = text.split(',').map((part) => Math.round(Number(part)))
  const isRect =
    more.length === 0 && [left, top, width, height].every((value) => value !== undefined && value >= 0)
  if (isRect && left !== undefined && top !== undefined && width && height)
    return { left, top, width, height }
  throw malformed('Image parameter "rect" has to be left,top,width,height in pixels')
}

function parseFit(text: string | null): Fit {
  switch (text) {
    case null:
      return 'clip'
    case 'clip':
    case 'crop':
    case 'fill':
    case 'fillmax':
    case 'max':
    case 'min':
    case 'scale':
      return text
    default:
      throw malformed('Image parameter "fit" has to be clip, crop, fill, fillmax, max, min or scale')
  }
}

function parseFocus(crop: string, query: URLSearchParams): { x: number; y: number } {
  if (crop === 'focalpoint')
    return { x: number(query, 'fp-x', 0, 1) ?? 0.5, y: number(query, 'fp-y', 0, 1) ?? 0.5 }
  const sides = crop.split(',')
  const known = ['top', 'bottom', 'left', 'right', 'center', 'entropy']
  if (!sides.every((side) => known.includes(side))) {
    throw malformed(
      'Image parameter "crop" has to be top, bottom, left, right, center, focalpoint or entropy',
    )
  }
  return {
    x: sides.includes('left') ? 0 : sides.includes('right') ? 1 : 0.5,
    y: sides.includes('top') ? 0 : sides.includes('bottom') ? 1 : 0.5,
  }
}

function parseFormat(text: string | null): OutputFormat | undefined {
  switch (text) {
    case null:
      return undefined
    case 'pjpg':
    case 'jpeg':
      return 'jpg'
    case 'tiff':
      return 'tif'
    case 'jpg':
    case 'png':
    case 'webp':
    case 'avif':
    case 'gif':
    case 'tif':
      return text
    default:
      throw malformed('Image parameter "fm" has to be jpg, pjpg, png, webp, avif, gif or tif')
  }
}

function parseFlip(text: string | null): ImageRequest['flip'] {
  if (text !== null && !['h', 'v', 'hv', 'vh'].includes(text)) {
    throw malformed('Image parameter "flip" has to be h, v or hv')
  }
  return { horizontal: text?.includes('h') ?? false, vertical: text?.includes('v') ?? false }
}

function parseBackground(text: string | null): string | undefined {
  if (text === null) return undefined
  const digits = text.replace(/^#/, '').toLowerCase()
  if (/^([0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return digits
  if (/^[0-9a-f]{3}$/.test(digits)) return [...digits].map((digit) => digit + digit).join('')
  throw malformed('Image parameter "bg" has to be a colour in hexadecimal digits')
}
