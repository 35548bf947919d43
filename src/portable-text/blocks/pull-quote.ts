import type { PullQuoteBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'

export function pullQuoteHtml({ text, attribution }: PullQuoteBlock): string {
  const by = attribution ? `<figcaption>${escapeHtml(attribution)}</figcaption>` : ''
  return `<figure class="pull"><blockquote><p>${escapeHtml(text)}</p></blockquote>${by}</figure>`
}
