import type { GalleryBlock, GalleryPicture } from '../body.ts'
import { escapeHtml } from '../escape.ts'
import type { RenderOptions } from '../render-options.ts'
import { captionHtml, columnSizes, imgHtml } from './picture.ts'

/** Widths of what the grid shows in the column of text, and of what it shows as wide as the page. */
const halfColumn = '(min-width: 640px) 322px, calc(50vw - 27px)'
const wideFrom = '(min-width: 1457px)'
const rowFrom = '(min-width: 992px)'
const halfScreen = 'calc(50vw - 27px)'
const wholeScreen = '(min-width: 961px) calc(100vw - 418px), calc(100vw - 28px)'

/**
 * A grid of pictures, each of which opens large over the page. The browser's own popovers do it: the button that opens
 * a picture closes the one before, Escape closes it, and the style sheet puts the buttons of the neighbours beside it.
 * @param number of the gallery in its body
 */
export function galleryHtml(gallery: GalleryBlock, number: number, options: RenderOptions): string {
  const { pictures, caption } = gallery
  const items = pictures.map((picture, at) => {
    const shown = options.absolute ? picture.large : picture.small
    const img = imgHtml(shown, sizesOf(at, pictures.length, options), options)
    const captioned = captionHtml(picture.large, options)
    if (options.absolute) return `<li><figure>${img}${captioned}</figure></li>`
    const place = { id: `picture-${number}-${at + 1}`, number: at + 1, count: pictures.length }
    return `<li><figure>${opener(img, place, options)}${captioned}</figure>${large(picture, captioned, place, options)}</li>`
  })
  return `<figure class="gallery"><ul data-pictures="${pictures.length}">${items.join('')}</ul>${captionHtml({ caption }, options)}</figure>`
}

/**
 * As the style sheet lays the grid out: rows of two, the first of an odd number alone in its row; as wide as the page,
 * rows of three, after as many rows of two as are left over.
 */
function sizesOf(at: number, count: number, { wide }: RenderOptions): string {
  const isAlone = at === 0 && count % 2 === 1
  if (!wide) return isAlone ? columnSizes : halfColumn
  const inPairs = count % 3 === 0 ? 0 : count % 3 === 2 ? 2 : 4
  const [page, screen] = at < inPairs ? ['696px', 'calc(50vw - 32px)'] : ['458px', 'calc(33.3vw - 27px)']
  return `${wideFrom} ${page}, ${rowFrom} ${screen}, ${isAlone ? 'calc(100vw - 44px)' : halfScreen}`
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
  return `<div id="${id}" class="large" popover role="dialog" aria-label="${name}"><figure>${imgHtml(picture, wholeScreen, options)}${caption}</figure><button type="button" popovertarget="${id}" popovertargetaction="hide" autofocus>${escapeHtml(body.close)}</button></div>`
}
