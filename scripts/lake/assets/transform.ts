import sharp, { type Sharp } from 'sharp'
import { geometryOf } from './geometry.ts'
import type { ImageRequest, OutputFormat } from './image-request.ts'
import { maximumPixels } from './inspect.ts'

/** Makes what a request asks for out of the file of an original. Whatever EXIF says is applied, then left out. */
export async function transformImage(
  file: string,
  request: ImageRequest,
  format: OutputFormat,
): Promise<Buffer> {
  const input = sharp(file, { limitInputPixels: maximumPixels })
  const { autoOrient: original, hasAlpha } = await input.metadata()
  const { region, size, canvas } = geometryOf(original, request)
  let image = input.autoOrient()
  if (request.entropy && request.fit === 'crop') {
    image = image.resize({ ...canvas, fit: 'cover', position: 'entropy' })
  } else {
    image = image.extract(region).resize({ ...size, fit: 'fill' })
  }
  image = adjust(image, request)
  const background = backgroundFor(request, format, hasAlpha)
  if (canvas.width > size.width || canvas.height > size.height) image = pad(image, size, canvas, background)
  if (request.background !== undefined || format === 'jpg') image = image.flatten({ background })
  return encode(image, request, format)
}

function adjust(image: Sharp, request: ImageRequest): Sharp {
  if (request.flip.horizontal) image.flop()
  if (request.flip.vertical) image.flip()
  if (request.blur > 0) image.blur(Math.max(request.blur / 10, 0.3))
  if (request.sharpen > 0) image.sharpen({ sigma: 0.5 + request.sharpen / 50 })
  if (request.saturation === -100) image.grayscale()
  else if (request.saturation !== 0) image.modulate({ saturation: 1 + request.saturation / 100 })
  return image
}

function pad(image: Sharp, size: Size, canvas: Size, background: string): Sharp {
  const left = Math.floor((canvas.width - size.width) / 2)
  const top = Math.floor((canvas.height - size.height) / 2)
  const right = canvas.width - size.width - left
  const bottom = canvas.height - size.height - top
  return image.extend({ left, top, right, bottom, background })
}

type Size = { width: number; height: number }

/** White where nothing may shine through, else nothing. */
function backgroundFor(request: ImageRequest, format: OutputFormat, hasAlpha: boolean): string {
  if (request.background !== undefined) return `#${request.background}`
  return hasAlpha && format !== 'jpg' ? '#00000000' : '#ffffff'
}

function encode(image: Sharp, { quality, progressive }: ImageRequest, format: OutputFormat): Promise<Buffer> {
  const atLeastOne = Math.max(quality, 1)
  switch (format) {
    case 'jpg':
      return image.jpeg({ quality: atLeastOne, progressive }).toBuffer()
    case 'webp':
      return image.webp({ quality: atLeastOne }).toBuffer()
    case 'avif':
      return image.avif({ quality: atLeastOne, effort: 2 }).toBuffer()
    case 'png':
      return image.png().toBuffer()
    case 'gif':
      return image.gif().toBuffer()
    case 'tif':
      return image.tiff({ quality: atLeastOne }).toBuffer()
  }
}
