import type { Sharp } from 'sharp'
import type { ImageRequest, OutputFormat } from './image-request.ts'

/** What every frame of a picture that moves has in common with the original's. */
export type Animation = { delay?: number[]; loop?: number }

/** Nothing of what cameras and programs wrote into the original goes along, unless somebody asks sharp for it. */
export function encode(
  image: Sharp,
  { quality, progressive }: Pick<ImageRequest, 'quality' | 'progressive'>,
  format: OutputFormat,
  animation: Animation = {},
): Promise<Buffer> {
  const atLeastOne = Math.max(quality, 1)
  switch (format) {
    case 'jpg':
      return image.jpeg({ quality: atLeastOne, progressive }).toBuffer()
    case 'webp':
      return image.webp({ quality: atLeastOne, ...animation }).toBuffer()
    case 'avif':
      return image.avif({ quality: atLeastOne, effort: 2 }).toBuffer()
    case 'png':
      return image.png().toBuffer()
    case 'gif':
      return image.gif(animation).toBuffer()
    case 'tif':
      return image.tiff({ quality: atLeastOne }).toBuffer()
  }
}
