import type { GalleryBlock, GalleryPicture } from '../body.ts'
import { escapeHtml } from '../escape.ts'
import type { RenderOptions } from '../render-options.ts'
import { captionHtml, columnSizes, imgHtml } from './picture.ts'

/** Widths of two beside each other in the column of text, and of those in a grid as wide as the page. */
const halfColumn = '(min-width: 37rem) 17rem, calc(50vw - 1.6rem)'
const partOfPage = '(min-width: 76.5rem) 24rem, (min-width: 62rem) 32vw, calc(50vw - 1.6rem)'
const wholeScreen = '(min-width: 60rem) calc(100vw - 16rem), 100vw'

/**
 * A grid of pictures, each of which opens large over the page. The browser's own popovers do it: the button that opens
 * a picture closes the one before, Escape closes it, and the style sheet puts the buttons of the neighbours beside it.
 * @param number of the gallery in its body
 */
export function galleryHtml(gallery: GalleryBlock, number: number, options: RenderOptions): string {
  const { pictures, caption } = gallery
  const items = pictures.map((picture, at) => {
    const isLarge = at === 0 && pictures.length % 2 === 1
    const shown = options.absolute ? picture.large : picture.small
    const img = imgHtml(shown, sizesOf(isLarge, options), options)
    const captioned = captionHtml(picture.large, options)
    if (options.absolute) return `<li><figure>${img}${captioned}</figure></li>`
    const place = { id: `picture-${number}-${at + 1}`, number: at + 1, count: pictures.length }
    return `<li><figure>${opener(img, place, options)}${captioned}</figure>${large(picture, captioned, place, options)}</li>`
  })
  return `<figure class="gallery"><ul data-pictures="${pictures.length}">${items.join('')}</ul>${captionHtml({ caption }, options)}</figure>`
}

/** The first of an odd number fills a row of its own; in a grid as wide as the page, four places. */
function sizesOf(isLarge: boolean, { wide }: RenderOptions): string {
  if (!isLarge) return wide ? partOfPage : halfColumn
  return wide ? '(min-width: 76.5rem) 49rem, (min-width: 62rem) 64vw, calc(100vw - 2.5rem)' : columnSizes
}

type Place = { id: string; number: number; count: number }

function opener(img: string, { id }: Place, { words }: RenderOptions): string {
  const { enlarge, previous, next } = words.body
  return `<button type="button" popovertarget="${id}">${img} <span class="opens">${escapeHtml(enlarge)}</span><span class="previous">${escapeHtml(previous)}</span><span class="next">${escapeHtml(next)}</span></button>`
}

function large(
  { large: picture }: GalleryPicture,
  caption: string,
  { id, number, count }: Place,
  options: RenderOptions,
): string {
  const { body } = options.words
  const name = escapeHtml(body.picture(number, count))
  return `<div id="${id}" class="large" popover role="dialog" aria-label="${name}"><figure>${imgHtml(picture, wholeScreen, options)}${caption}</figure><button type="button" popovertarget="${id}" popovertargetaction="hide">${escapeHtml(body.close)}</button></div>`
}
