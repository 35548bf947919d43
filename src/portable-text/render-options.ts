import type { Words } from '../words/words.ts'

export type RenderOptions = {
  /** True where the HTML leaves the site, as in feeds: one address for each picture, no anchors, no styles. */
  absolute: boolean
  /** Completes an address of the site where the HTML leaves it. */
  address: (href: string) => string
  words: Words
  /** HTML of code with its parts named; undefined where that is not wanted, or the language not known. */
  highlight: Highlight
  /** True where pictures are as wide as the page, and not as its column of text. */
  wide: boolean
}

export type Highlight = (code: string, language: string | undefined) => string | undefined
