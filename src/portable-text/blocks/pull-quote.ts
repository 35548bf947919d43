import type { PullQuoteBlock } from '../body.ts'
import type { RenderOptions } from '../render-options.ts'
import { directionHtml, wordsHtml } from '../words-html.ts'

export function pullQuoteHtml({ text, attribution }: PullQuoteBlock, options: RenderOptions): string {
  const by = attribution ? `<figcaption>${wordsHtml(attribution, options)}</figcaption>` : ''
  return `<figure class="pull"${directionHtml(text)}><blockquote><p>${wordsHtml(text, options)}</p></blockquote>${by}</figure>`
}
