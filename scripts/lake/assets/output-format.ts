import type { ImageRequest, OutputFormat } from './image-request.ts'

type Wish = Pick<ImageRequest, 'format' | 'autoFormat'>

/**
 * The format a transformed picture gets: the one that is asked for, else the original's.
 * `auto=format` gives WebP to those who say that they know it. The hosted API may give AVIF, after having given
 * WebP for a while since AVIF is slow to make; here it stays WebP.
 * @param extension the original's
 */
export function outputFormat(extension: string, wish: Wish, accept: string): OutputFormat {
  if (wish.format) return wish.format
  const own = ownFormat(extension)
  if (!wish.autoFormat) return own
  if (accept.includes('image/webp')) return 'webp'
  return knows(accept, own) ? own : fallback(own)
}

function ownFormat(extension: string): OutputFormat {
  switch (extension) {
    case 'webp':
    case 'avif':
    case 'gif':
    case 'tif':
      return extension
    // A drawing, too: its transparent parts stay so.
    case 'png':
    case 'svg':
      return 'png'
    default:
      return 'jpg'
  }
}

function knows(accept: string, format: OutputFormat): boolean {
  if (format === 'jpg' || format === 'png' || format === 'gif') return true
  if (format === 'tif') return false
  return accept === '' || accept.includes(`image/${format}`) || /(\*|image)\/\*/.test(accept)
}

function fallback(format: OutputFormat): OutputFormat {
  return format === 'webp' ? 'png' : 'jpg'
}
