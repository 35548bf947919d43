import type { Block, Body } from './body.ts'

/** The words of a body, a line for each block, without markup. */
export function plainText(body: Body): string {
  return body.map(textOf).filter(Boolean).join('\n')
}

/** Words as a reader counts them, at 220 a minute, in whole minutes and never less than one. */
export function readingMinutes(body: Body): number {
  const words = body.reduce((sum, block) => sum + wordsIn(textOf(block)), 0)
  return Math.max(1, Math.round(words / 220))
}

/** Counted where white space ends: to split the text into words takes ten times as long. */
function wordsIn(text: string): number {
  let words = 0
  let isInWord = false
  for (let index = 0; index < text.length; index++) {
    const isSpace = text.charCodeAt(index) <= 32 || text.charCodeAt(index) === 160
    if (!isSpace && !isInWord) words++
    isInWord = !isSpace
  }
  return words
}

export function blockText(block: { children: readonly { text: string }[] }): string {
  return block.children.map((child) => child.text).join('')
}

function textOf(block: Block): string {
  switch (block._type) {
    case 'block':
      return blockText(block)
    case 'picture':
      return block.picture.caption ?? ''
    case 'gallery':
      return block.caption ?? ''
    case 'pullQuote':
      return block.text
    case 'callout':
      return block.text.map(blockText).join('\n')
    case 'code':
      return block.code
    case 'embed':
      return block.title ?? ''
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.cells.join(' '))].filter(Boolean).join('\n')
    case 'divider':
      return ''
  }
}
