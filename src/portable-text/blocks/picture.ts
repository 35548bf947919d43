import type { Picture, PictureBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'
import type { RenderOptions } from '../render-options.ts'

/** Widths at which a picture in the text column is shown: the whole screen on a phone, 41rem at most. */
const columnSizes = '(min-width: 44rem) 41rem, 92vw'

export function pictureHtml({ picture }: PictureBlock, options: RenderOptions): string {
  return `<figure class="picture">${imgHtml(picture, columnSizes, options)}${captionHtml(picture)}</figure>`
}

export function imgHtml(picture: Picture, sizes: string, options: RenderOptions): string {
  const colour = picture.colour ? ` style="background-color:${picture.colour}"` : ''
  const responsive = options.absolute
    ? ''
    : ` srcset="${escapeHtml(picture.srcset)}" sizes="${sizes}"${colour}`
  return `<img src="${escapeHtml(options.address(picture.src))}"${responsive} width="${picture.width}" height="${picture.height}" alt="${escapeHtml(picture.alt)}" loading="lazy" decoding="async">`
}

export function captionHtml({ caption, credit }: Pick<Picture, 'caption' | 'credit'>): string {
  if (!caption && !credit) return ''
  const by = credit ? `<small class="credit">${escapeHtml(credit)}</small>` : ''
  return `<figcaption>${[caption && escapeHtml(caption), by].filter(Boolean).join(' ')}</figcaption>`
}
