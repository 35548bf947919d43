import { escapeHtml } from './escape.ts'
import type { RenderOptions } from './render-options.ts'
import { typeset } from './typeset.ts'

/** What somebody wrote outside of a text block, such as a caption, as HTML with the marks of the language. */
export function wordsHtml(text: string, { words }: RenderOptions): string {
  return escapeHtml(typeset(text, words.marks))
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** For text in which there are words that run the other way: the browser finds its direction then. */
export function directionOf(text: string): 'auto' | undefined {
  return rightToLeft.test(text) ? 'auto' : undefined
}

/** The same as an attribute. */
export function directionHtml(text: string): string {
  return rightToLeft.test(text) ? ' dir="auto"' : ''
}

/** A class for titles that would fill the screen if they were set like others. */
export function lengthOf(title: string): 'long' | undefined {
  return title.length > 70 ? 'long' : undefined
}
