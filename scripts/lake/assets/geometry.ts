import type { ImageRequest } from './image-request.ts'

type Size = { width: number; height: number }
type Region = Size & { left: number; top: number }

/** Which part of the original is taken, what size it gets, and how large the canvas around it is. */
export type Geometry = { region: Region; size: Size; canvas: Size }

/** @param original the picture the right way up */
export function geometryOf(original: Size, request: ImageRequest): Geometry {
  const region = clampRegion(request.rect, original)
  const box = boxFor(region, request)
  const { fit } = request
  if (box.width === undefined || box.height === undefined) {
    return centred(
      region,
      oneSided(region, box, fit !== 'clip' && fit !== 'crop' && fit !== 'scale' && fit !== 'fill'),
    )
  }
  const full = { width: box.width, height: box.height }
  switch (fit) {
    case 'scale':
      return centred(region, full)
    case 'crop':
      return centred(cropTo(region, full, request.focus), full)
    case 'min': {
      const cropped = cropTo(region, full, request.focus)
      return centred(cropped, inside(cropped, full, true))
    }
    case 'fill':
    case 'fillmax':
      return { region, size: inside(region, full, fit === 'fillmax'), canvas: full }
    case 'max':
    case 'clip':
      return centred(region, inside(region, full, fit === 'max'))
  }
}

/** The wanted width and height; limits alone count as a box that is never filled by enlarging. */
function boxFor(region: Region, request: ImageRequest): { width?: number; height?: number } {
  const { maximumWidth = Number.POSITIVE_INFINITY, maximumHeight = Number.POSITIVE_INFINITY } = request
  if (request.width === undefined && request.height === undefined) {
    if (maximumWidth >= region.width && maximumHeight >= region.height) return region
    return inside(region, { width: maximumWidth, height: maximumHeight }, true)
  }
  return {
    width: request.width === undefined ? undefined : Math.min(request.width, maximumWidth),
    height: request.height === undefined ? undefined : Math.min(request.height, maximumHeight),
  }
}

function centred(region: Region, size: Size): Geometry {
  return { region, size, canvas: size }
}

function oneSided(region: Region, box: { width?: number; height?: number }, noEnlarging: boolean): Size {
  const scale =
    box.width === undefined ? (box.height ?? region.height) / region.height : box.width / region.width
  return scaled(region, noEnlarging ? Math.min(scale, 1) : scale)
}

function inside(region: Size, box: Size, noEnlarging: boolean): Size {
  const scale = Math.min(box.width / region.width, box.height / region.height)
  return scaled(region, noEnlarging ? Math.min(scale, 1) : scale)
}

function scaled(size: Size, scale: number): Size {
  return {
    width: Math.max(Math.round(size.width * scale), 1),
    height: Math.max(Math.round(size.height * scale), 1),
  }
}

/** The largest part of a region that has the box's proportions, as close around the focus as it goes. */
function cropTo(region: Region, box: Size, focus: { x: number; y: number }): Region {
  const scale = Math.min(region.width / box.width, region.height / box.height)
  const width = Math.max(Math.round(box.width * scale), 1)
  const height = Math.max(Math.round(box.height * scale), 1)
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

function clampRegion(rect: Region | undefined, original: Size): Region {
  if (!rect) return { left: 0, top: 0, ...original }
  const left = Math.min(rect.left, original.width - 1)
  const top = Math.min(rect.top, original.height - 1)
  return {
    left,
    top,
    width: Math.min(rect.width, original.width - left),
    height: Math.min(rect.height, original.height - top),
  }
}
