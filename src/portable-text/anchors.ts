import type { Body, TextBlock } from './body.ts'
import { blockText } from './plain-text.ts'

export type Heading = { level: 2 | 3 | 4; text: string; anchor: string }

const levels = { h2: 2, h3: 3, h4: 4 } as const

/** Gives every heading an anchor made from its words; the second of the same words gets `-2`, and so on. */
export function withAnchors(body: Body): Body {
  const taken = new Set<string>()
  return body.map((block) => {
    if (block._type !== 'block' || levelOf(block) === undefined) return block
    const words = anchorOf(blockText(block))
    let anchor = words
    for (let n = 2; taken.has(anchor); n++) anchor = `${words}-${n}`
    taken.add(anchor)
    return { ...block, anchor }
  })
}

/** The headings of a body that has anchors, in order. */
export function headings(body: Body): Heading[] {
  return body.flatMap((block) => {
    if (block._type !== 'block' || block.anchor === undefined) return []
    const level = levelOf(block)
    return level === undefined ? [] : [{ level, text: blockText(block).trim(), anchor: block.anchor }]
  })
}

function levelOf(block: TextBlock): Heading['level'] | undefined {
  if (block.style === 'normal' || block.style === 'blockquote') return undefined
  return blockText(block).trim() === '' ? undefined : levels[block.style]
}

function anchorOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  // A prefix keeps anchors apart from the ids of the page around the body.
  return `on-${words?.join('-') ?? 'this'}`
}
