import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { ApiError, httpError } from '../errors.ts'
import { adjust } from './adjust.ts'
import { isAnimated, transformAnimation } from './animation.ts'
import { encode } from './encode.ts'
import { geometryOf } from './geometry.ts'
import type { ImageRequest, OutputFormat } from './image-request.ts'
import { largePictureTurns, manyPixels, maximumPixels, workingTime } from './picture-work.ts'

/**
 * Makes what a request asks for out of the file of an original. The way a camera was held is applied.
 * @throws 400 for what cannot be made out of this picture, 503 where it takes too long
 */
export async function transformImage(
  file: string,
  request: ImageRequest,
  format: OutputFormat,
): Promise<Buffer> {
  try {
    return await transform(file, request, format)
  } catch (error) {
    if (error instanceof ApiError) throw error
    if (error instanceof Error && /timeout/i.test(error.message)) {
      throw httpError(503, 'Making this picture takes too long. Ask for a smaller one.')
    }
    throw httpError(
      400,
      'This cannot be made out of this picture: it is damaged, or too large for the format',
    )
  }
}

async function transform(file: string, request: ImageRequest, format: OutputFormat): Promise<Buffer> {
  // From a file, a drawing could name other files beside it.
  const source = file.endsWith('.svg') ? await readFile(file) : file
  const image = sharp(source, { limitInputPixels: maximumPixels }).timeout({ seconds: workingTime })
  const metadata = await image.metadata()
  const { autoOrient: original, hasAlpha } = metadata
  const look = {
    request,
    geometry: geometryOf(original, request),
    hasAlpha,
    keepsAlpha: format !== 'jpg',
  }
  const canMove = format === 'gif' || format === 'webp'
  if (canMove && isAnimated(metadata, look)) return transformAnimation(file, metadata, look, format)
  const make = () => encode(adjust(image.autoOrient(), look), request, format)
  return original.width * original.height > manyPixels ? largePictureTurns.take(make) : make()
}
