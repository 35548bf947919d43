import type { Sharp } from 'sharp'
import type { Geometry } from './geometry.ts'
import type { ImageRequest } from './image-request.ts'

/** How the address's degrees of blur and sharpness become sigmas of a Gaussian, in pixels. */
const blurStep = 10
const sharpenStep = 50
const leastSigma = 0.3
const mostSigma = 100

export type Look = { geometry: Geometry; request: ImageRequest; hasAlpha: boolean; keepsAlpha: boolean }

/** Everything that is done to a picture, or to one frame of it, that is the right way up. */
export function adjust(image: Sharp, { geometry, request, hasAlpha, keepsAlpha }: Look): Sharp {
  const { region, size, margins } = geometry
  const byDetail = request.entropy && request.fit === 'crop'
  if (request.rotation !== 0) image.rotate(request.rotation)
  image.extract(region)
  image.resize({ ...size, ...(byDetail ? { fit: 'cover', position: 'entropy' } : { fit: 'fill' }) })
  if (request.flip.horizontal) image.flop()
  if (request.flip.vertical) image.flip()
  if (request.blur > 0) image.blur(Math.min(Math.max(request.blur / blurStep, leastSigma), mostSigma))
  if (request.sharpen > 0) image.sharpen({ sigma: 0.5 + request.sharpen / sharpenStep })
  if (request.greyscale) image.grayscale()
  if (request.invert) image.negate({ alpha: false })
  const background = backgroundFor(request, hasAlpha && keepsAlpha)
  if (Object.values(margins).some((margin) => margin > 0)) image.extend({ ...margins, background })
  if (!keepsAlpha || isSolid(request.background)) image.flatten({ background })
  return image
}

function isSolid(background: string | undefined): boolean {
  return background !== undefined && !background.endsWith('00')
}

/** White where nothing may shine through, else nothing. */
function backgroundFor(request: ImageRequest, hasAlpha: boolean): string {
  if (request.background !== undefined) return `#${request.background}`
  return hasAlpha ? '#00000000' : '#ffffff'
}
