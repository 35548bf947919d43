import type { CodeBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'
import type { RenderOptions } from '../render-options.ts'

export function codeHtml({ code, language, filename }: CodeBlock, { highlight }: RenderOptions): string {
  const name = filename ? `<figcaption>${escapeHtml(filename)}</figcaption>` : ''
  const languageClass = language ? ` class="language-${escapeHtml(language)}"` : ''
  const content = highlight(code, language) ?? escapeHtml(code)
  // Focusable, because a long line scrolls inside it and keyboards must be able to scroll too.
  return `<figure class="code" dir="ltr">${name}<pre tabindex="0"><code${languageClass}>${content}</code></pre></figure>`
}
