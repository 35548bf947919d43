import type { Body, TextBlock } from './body.ts'
import { blockText } from './plain-text.ts'

export type Heading = { level: 2 | 3 | 4; text: string; anchor: string }

const levels = { h2: 2, h3: 3, h4: 4 } as const

/** What of a block, stored or ready to be shown, decides whether it has an anchor, and which. */
type MayBeHeading = Pick<TextBlock, '_type' | 'style'> & { children: readonly { text: string }[] }

/** Gives every heading an anchor made from its words; the second of the same words gets `-2`, and so on. */
export function withAnchors(body: Body): Body {
  const anchor = anchorMaker()
  return body.map((block) => {
    if (block._type !== 'block' || levelOf(block) === undefined) return block
    return { ...block, anchor: anchor(blockText(block)) }
  })
}

/** The anchors that the headings of a body have or will get, in order. */
export function anchorsOf(body: readonly (MayBeHeading | { _type: string })[]): string[] {
  const anchor = anchorMaker()
  return body.flatMap((block) =>
    isText(block) && levelOf(block) !== undefined ? [anchor(blockText(block))] : [],
  )
}

/** The headings of a body that has anchors, in order. */
export function headings(body: Body): Heading[] {
  return body.flatMap((block) => {
    if (block._type !== 'block' || block.anchor === undefined) return []
    const level = levelOf(block)
    return level === undefined ? [] : [{ level, text: blockText(block).trim(), anchor: block.anchor }]
  })
}

function isText(block: MayBeHeading | { _type: string }): block is MayBeHeading {
  return block._type === 'block'
}

function levelOf(block: MayBeHeading): Heading['level'] | undefined {
  if (block.style === 'normal' || block.style === 'blockquote') return undefined
  return blockText(block).trim() === '' ? undefined : levels[block.style]
}

function anchorMaker(): (text: string) => string {
  const taken = new Set<string>()
  return (text) => {
    const words = anchorOf(text)
    let anchor = words
    for (let n = 2; taken.has(anchor); n++) anchor = `${words}-${n}`
    taken.add(anchor)
    return anchor
  }
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
