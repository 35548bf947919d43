import type { Picture, PictureBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'
import type { RenderOptions } from '../render-options.ts'
import { toneClass } from '../tone.ts'
import { directionHtml, wordsHtml } from '../words-html.ts'

/**
 * Widths of the column of text and of the whole page: on a phone, both are as wide as the screen. In pixels, because
 * `rem` means something else in `sizes`, which knows nothing of the page's own size of text.
 */
export const columnSizes = '(min-width: 640px) 657px, calc(100vw - 42px)'
const pageSizes = '(min-width: 1457px) 1409px, calc(100vw - 46px)'

export function pictureHtml({ picture }: PictureBlock, options: RenderOptions): string {
  return `<figure class="picture">${imgHtml(picture, options.wide ? pageSizes : columnSizes, options)}${captionHtml(picture, options)}</figure>`
}

export function imgHtml(picture: Picture, sizes: string, options: RenderOptions): string {
  const { srcset, colour, width, height, alt } = picture
  const tone = colour ? ` class="${toneClass(colour)}"` : ''
  const responsive = options.absolute ? '' : ` srcset="${escapeHtml(srcset)}" sizes="${sizes}"${tone}`
  return `<img src="${escapeHtml(options.address(picture.src))}"${responsive} width="${width}" height="${height}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async">`
}

export function captionHtml(
  { caption, credit }: Pick<Picture, 'caption' | 'credit'>,
  options: RenderOptions,
): string {
  if (!caption && !credit) return ''
  const by = credit ? `<small class="credit">${wordsHtml(credit, options)}</small>` : ''
  return `<figcaption${directionHtml(caption ?? '')}>${[caption && wordsHtml(caption, options), by].filter(Boolean).join(' ')}</figcaption>`
}
