import type { GalleryBlock } from '../body.ts'
import type { RenderOptions } from '../render-options.ts'
import { captionHtml, imgHtml } from './picture.ts'

const sizes = '(min-width: 44rem) 27rem, 92vw'

export function galleryHtml({ pictures, caption }: GalleryBlock, options: RenderOptions): string {
  const items = pictures
    .map((picture) => `<li><figure>${imgHtml(picture, sizes, options)}${captionHtml(picture)}</figure></li>`)
    .join('')
  return `<figure class="gallery"><ul data-pictures="${pictures.length}">${items}</ul>${captionHtml({ caption })}</figure>`
}
