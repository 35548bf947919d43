import { httpError } from '../errors.ts'
import type { ImageRequest, Limits } from './image-request.ts'

export type Size = { width: number; height: number }
export type Region = Size & { left: number; top: number }
export type Margins = { left: number; right: number; top: number; bottom: number }

/**
 * Which part of the picture is taken (after turning it), what size it gets, and how much is added around it.
 * Where the most detailed part is to decide, that part is not cut out yet.
 */
export type Geometry = { region: Region; size: Size; margins: Margins }

/** @param original the picture the right way up. @throws 400 for a rectangle outside of it, or too large a result */
export function geometryOf(original: Size, request: ImageRequest): Geometry {
  const region = turned(regionOf(original, request.rect), original, request.rotation)
  const fitted = arrange(region, request)
  const { pad } = request
  const { left, right, top, bottom } = fitted.margins
  const margins = { left: left + pad, right: right + pad, top: top + pad, bottom: bottom + pad }
  const canvas = {
    width: fitted.size.width + margins.left + margins.right,
    height: fitted.size.height + margins.top + margins.bottom,
  }
  refuseTooLarge(canvas, original)
  return { ...fitted, margins }
}

function arrange(region: Region, request: ImageRequest): Geometry {
  const box = boxFor(region, request)
  if (box.width === undefined || box.height === undefined) {
    const mayEnlarge = !['max', 'min', 'fillmax'].includes(request.fit)
    return plain(region, oneSided(region, box, mayEnlarge))
  }
  const full = { width: box.width, height: box.height }
  switch (request.fit) {
    case 'scale':
      return plain(region, full)
    case 'crop':
      return plain(request.entropy ? region : cropTo(region, full, request.focus), full)
    case 'min': {
      const scale = Math.min(region.width / full.width, region.height / full.height, 1)
      return plain(cropTo(region, full, request.focus), scaled(full, scale))
    }
    case 'fill':
    case 'fillmax': {
      const size = inside(region, full, request.fit === 'fill')
      return { region, size, margins: around(size, full) }
    }
    case 'max':
    case 'clip':
      return plain(region, inside(region, full, request.fit === 'clip'))
  }
}

/** The wanted width and height. With `fit=crop`, what is not given follows from the picture, within its limits. */
function boxFor(region: Region, { width, height, fit, limits }: ImageRequest): Partial<Size> {
  if (fit !== 'crop') return { width, height }
  if (width === undefined && height === undefined) {
    const scale = Math.min(limits.width.maximum / region.width, limits.height.maximum / region.height, 1)
    return within(scaled(region, scale), limits)
  }
  const ratio = region.width / region.height
  const wide = width ?? Math.round((height ?? 0) * ratio)
  const high = height ?? Math.round(clamp(wide, limits.width) / ratio)
  return within({ width: wide, height: high }, limits)
}

function within(size: Size, limits: ImageRequest['limits']): Size {
  return { width: clamp(size.width, limits.width), height: clamp(size.height, limits.height) }
}

function clamp(value: number, { minimum, maximum }: Limits): number {
  return Math.max(Math.min(Math.max(value, minimum), maximum), 1)
}

function plain(region: Region, size: Size): Geometry {
  return { region, size, margins: { left: 0, right: 0, top: 0, bottom: 0 } }
}

function around(size: Size, canvas: Size): Margins {
  const left = Math.floor((canvas.width - size.width) / 2)
  const top = Math.floor((canvas.height - size.height) / 2)
  return { left, right: canvas.width - size.width - left, top, bottom: canvas.height - size.height - top }
}

function oneSided(region: Region, { width, height }: Partial<Size>, mayEnlarge: boolean): Size {
  const wanted = width === undefined ? (height ?? region.height) / region.height : width / region.width
  return scaled(region, mayEnlarge ? wanted : Math.min(wanted, 1))
}

function inside(region: Size, box: Size, mayEnlarge: boolean): Size {
  const scale = Math.min(box.width / region.width, box.height / region.height)
  return scaled(region, mayEnlarge ? scale : Math.min(scale, 1))
}

function scaled(size: Size, scale: number): Size {
  return {
    width: Math.max(Math.round(size.width * scale), 1),
    height: Math.max(Math.round(size.height * scale), 1),
  }
}

/** The largest part of a region that has the box's proportions, as close around the focus as it goes. */
function cropTo(region: Region, box: Size, focus: { x: number; y: number }): Region {
  const { width, height } = scaled(box, Math.min(region.width / box.width, region.height / box.height))
  return {
    left: region.left + offset(region.width, width, focus.x),
    top: region.top + offset(region.height, height, focus.y),
    width,
    height,
  }
}

function offset(whole: number, part: number, focus: number): number {
  return Math.round(Math.min(Math.max(whole * focus - part / 2, 0), whole - part))
}

/** Rounding can make a rectangle reach a little over the edge: what is over it is left out. */
function regionOf(original: Size, rect: ImageRequest['rect']): Region {
  if (!rect) return { left: 0, top: 0, width: original.width, height: original.height }
  if (rect.left >= original.width || rect.top >= original.height) {
    const { width, height } = original
    throw httpError(
      400,
      `Parameter "rect" must lie inside the picture, which has ${width} by ${height} pixels`,
    )
  }
  return {
    ...rect,
    width: Math.min(rect.width, original.width - rect.left),
    height: Math.min(rect.height, original.height - rect.top),
  }
}

/** Where a region comes to lie when the whole picture is turned clockwise. */
function turned({ left, top, width, height }: Region, whole: Size, degrees: number): Region {
  const right = whole.width - left - width
  const bottom = whole.height - top - height
  switch (degrees) {
    case 90:
      return { left: bottom, top: left, width: height, height: width }
    case 180:
      return { left: right, top: bottom, width, height }
    case 270:
      return { left: top, top: right, width: height, height: width }
    default:
      return { left, top, width, height }
  }
}

const mostEnlargedPixels = 8192 * 8192

function refuseTooLarge(canvas: Size, original: Size): void {
  const most = Math.max(mostEnlargedPixels, original.width * original.height)
  if (canvas.width * canvas.height <= most) return
  throw httpError(
    400,
    `The picture would get ${canvas.width} by ${canvas.height} pixels, which is too many. Ask for less.`,
  )
}
