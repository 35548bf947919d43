import type { Body, NoteMark, TextBlock } from './body.ts'
import { blockText } from './plain-text.ts'

const signs = '*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰'
const sign = '[*†‡§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}'

/** A paragraph that begins with the sign of a note is one: `* Not counting the darts.` */
const atStart = new RegExp(`^(?:${sign})(?=[\\s\\u00a0]|\\p{L})`, 'u')

/** A sign at the end of a word leads to a note: `all of them*`. */
const afterWord = new RegExp(`(?<=[^\\s*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰])(?:${sign})(?![*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰\\p{L}\\p{N}])`, 'gu')

/**
 * Tells notes from other paragraphs, and leads from each sign in the text to the next note that begins with it, and from
 * the note back to the first of them. A sign without a note stays a sign, as does one in code or in a link.
 */
export function withNotes(body: Body): Body {
  if (!body.some((block) => block._type === 'block' && noteSign(block) !== undefined)) return body
  const result = [...body]
  const waiting = new Map<string, Place[]>()
  const mark = (at: number, start: number, note: NoteMark) => {
    const block = result[at]
    if (block?._type === 'block') result[at] = withMark(block, start, note)
  }
  let notes = 0
  for (const [at, block] of body.entries()) {
    if (block._type !== 'block') continue
    const sign = noteSign(block)
    if (sign === undefined) {
      for (const { sign, start } of signsIn(block))
        waiting.set(sign, [...(waiting.get(sign) ?? []), { at, start }])
      continue
    }
    result[at] = { ...block, isNote: true }
    const places = waiting.get(sign)
    if (!places || !spanAt(block, 0, sign.length)) continue
    waiting.delete(sign)
    const number = ++notes
    mark(at, 0, { _type: 'noteReturn', _key: `note-${number}`, number, sign })
    // From the last to the first: what comes before a place stays as it was when it was found.
    for (const [nth, place] of [...places.entries()].reverse()) {
      const _key = `sign-${number}-${nth}`
      mark(place.at, place.start, { _type: 'noteSign', _key, number, sign, isFirst: nth === 0 })
    }
  }
  return result
}

/** In which block of a body, and where in its text. */
type Place = { at: number; start: number }

function noteSign(block: TextBlock): string | undefined {
  if (block.style !== 'normal' || block.listItem !== undefined) return undefined
  const first = block.children[0]?.text[0]
  return first !== undefined && signs.includes(first) ? atStart.exec(blockText(block))?.[0] : undefined
}

function signsIn(block: TextBlock): { sign: string; start: number }[] {
  return [...blockText(block).matchAll(afterWord)]
    .map(({ 0: sign, index: start }) => ({ sign, start }))
    .filter(({ sign, start }) => spanAt(block, start, sign.length))
}

/** The span that has a part of a block's text whole, and where; undefined where it is code, or a link already. */
function spanAt(
  block: TextBlock,
  start: number,
  length: number,
): { index: number; from: number } | undefined {
  let from = start
  for (const [index, { text, marks }] of block.children.entries()) {
    if (from < text.length) {
      const isTaken = marks.some(
        (mark) => mark === 'code' || block.markDefs.some(({ _key }) => _key === mark),
      )
      return from + length <= text.length && !isTaken ? { index, from } : undefined
    }
    from -= text.length
  }
  return undefined
}

function withMark(block: TextBlock, start: number, mark: NoteMark): TextBlock {
  const { length } = mark.sign
  const place = spanAt(block, start, length)
  const span = place && block.children[place.index]
  if (!span) return block
  const { index, from } = place
  const part = (name: string, text: string, marks = span.marks) =>
    text === '' ? [] : [{ ...span, _key: `${span._key}-${name}`, text, marks }]
  const parts = [
    ...part('before', span.text.slice(0, from)),
    ...part('sign', span.text.slice(from, from + length), [...span.marks, mark._key]),
    ...part('after', span.text.slice(from + length)),
  ]
  return {
    ...block,
    children: block.children.toSpliced(index, 1, ...parts),
    markDefs: [...block.markDefs, mark],
  }
}
