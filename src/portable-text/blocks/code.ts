import type { CodeBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'

export function codeHtml({ code, language, filename }: CodeBlock): string {
  const name = filename ? `<figcaption>${escapeHtml(filename)}</figcaption>` : ''
  const languageClass = language ? ` class="language-${escapeHtml(language)}"` : ''
  // Focusable, because a long line scrolls inside it and keyboards must be able to scroll too.
  return `<figure class="code">${name}<pre tabindex="0"><code${languageClass}>${escapeHtml(code)}</code></pre></figure>`
}
