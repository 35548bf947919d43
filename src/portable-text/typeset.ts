import type { Marks } from '../words/words.ts'
import type { Span } from './body.ts'
import { mayBeSetBy } from './may-be-set.ts'

/**
 * Text with the marks of a language where a typewriter's were typed: quotes, apostrophes, dashes and ellipses, and
 * spaces that keep a number and its unit on one line. What is set already stays as it is.
 */
export function typeset(text: string, marks: Marks): string {
  return apply(editsOf(text, marks), text, 0)
}

/** The same for the spans of one block, as if they were one text; what is code stays as it was typed. */
export function typesetSpans(spans: Span[], marks: Marks): Span[] {
  if (spans.length === 1 && spans[0] && !isCode(spans[0])) {
    const [span] = spans
    const text = typeset(span.text, marks)
    return text === span.text ? spans : [{ ...span, text }]
  }
  const edits = editsOf(spans.map(hidingCode).join(''), marks)
  if (edits.length === 0) return spans
  let start = 0
  return spans.map((span) => {
    const text = apply(edits, span.text, start)
    start += span.text.length
    return { ...span, text }
  })
}

type Edit = { at: number; length: number; by: string }

/** Does the part of the edits that falls into a text that begins at `start`. */
function apply(edits: readonly Edit[], text: string, start: number): string {
  const end = start + text.length
  let done = 0
  let result = ''
  for (const { at, length, by } of edits) {
    if (at + length <= start || at >= end) continue
    // An edit across two spans belongs to the one where it begins.
    result += text.slice(done, Math.max(0, at - start)) + (at >= start ? by : '')
    done = at + length - start
  }
  return done === 0 ? text : result + text.slice(done)
}

const isCode = (span: Span) => span.marks.includes('code')

/** Code counts as a word of which nothing is known. */
function hidingCode(span: Span): string {
  return isCode(span) ? 'x'.repeat(span.text.length) : span.text
}

const space = '\u00a0'
const units =
  '% ‰ °C °F km cm mm m kg mg g ml l GB MB kB KB TB px ms min Min. h am pm Uhr € £ $ million billion Mio. Mrd.'.split(
    ' ',
  )

/** Whatever may have to be set. The first alternative is an address, which is left alone. */
function patternFor({ beforeNumbers, beforeNames }: Marks): RegExp {
  return new RegExp(
    [
      `(?<address>(?:https?://|www\\.)[^\\s"'<>]+)`,
      `(?<quote>["'])`,
      `(?<ellipsis>(?<!\\.)\\.{3}(?!\\.))`,
      `(?<long>(?<=[^\\s-])(?: ?---? ?(?=[^\\s-])))`,
      `(?<dash>(?<=\\S) [-–] (?=\\S))`,
      `(?<unit>(?<=\\d) (?=(?:${anyOf(units)})(?![\\p{L}\\p{N}])))`,
      `(?<kept>(?<=(?<![\\p{L}.])(?:${anyOf(beforeNumbers)})) (?=\\d)|(?<=(?<![\\p{L}.])(?:${anyOf(beforeNames)})) (?=\\p{Lu})|(?<=(?<![\\p{L}.])\\p{L}\\.) (?=\\p{L}\\.))`,
    ].join('|'),
    'gu',
  )
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[.$]/g, '\\$&')).join('|')
}

type Ways = { mayBeSet: (text: string) => boolean; pattern: RegExp }

const waysOf = new WeakMap<Marks, Ways>()

function waysFor(marks: Marks): Ways {
  let known = waysOf.get(marks)
  if (!known) {
    known = { mayBeSet: mayBeSetBy(marks, units), pattern: patternFor(marks) }
    waysOf.set(marks, known)
  }
  return known
}

function editsOf(text: string, marks: Marks): Edit[] {
  const { mayBeSet, pattern } = waysFor(marks)
  if (!mayBeSet(text)) return []
  const edits: Edit[] = []
  const open = { double: false, single: false }
  for (const match of text.matchAll(pattern)) {
    const [found] = match
    const { address, quote, ellipsis, long, dash } = match.groups ?? {}
    if (address) continue
    const at = match.index
    let by = space
    if (quote) by = quoteMark(text, at, marks, open)
    else if (ellipsis) by = '…'
    else if (long) by = longMark(found, marks)
    else if (dash) by = marks.dash
    if (by !== found) edits.push({ at, length: found.length, by })
  }
  return edits
}

/** `word --option` is no dash, and a dash with a space on each side is the usual one. */
function longMark(found: string, { dash, longDash }: Marks): string {
  if (found.startsWith(' ') !== found.endsWith(' ')) return found
  return found.startsWith(' ') && !found.includes('---') ? dash : longDash
}

const opens = /[\s([{‘“„‚«/–—-]/
const wordCharacter = /[\p{L}\p{N}]/u

function quoteMark(
  text: string,
  at: number,
  marks: Marks,
  open: { double: boolean; single: boolean },
): string {
  const [before, mark, after] = [text[at - 1] ?? ' ', text[at], text[at + 1] ?? ' ']
  // The quote before may have been typed with a typewriter too.
  const mayOpen = opens.test(before) || /["']/.test(before)
  if (mark === '"') {
    if (/\d/.test(before) && !open.double) return '″'
    open.double = mayOpen && !(open.double && !wordCharacter.test(after))
    return marks.quotes.double[open.double ? 0 : 1]
  }
  if (/\d/.test(before) && /\d/.test(after)) return '′'
  if (mayOpen && !open.single && /\S/.test(after) && closesAgain(text, at, marks)) {
    open.single = true
    return marks.quotes.single[0]
  }
  if (!open.single || wordCharacter.test(after)) return '’'
  open.single = false
  return marks.quotes.single[1]
}

/** Whether an apostrophe before a word opens a quotation: one that ends later, and no word that is written with one. */
function closesAgain(text: string, at: number, { elided }: Marks): boolean {
  const rest = text.slice(at + 1)
  const [word = ''] = /^[\p{L}]+/u.exec(rest) ?? []
  if (elided.includes(word.toLowerCase()) || /^\d\ds?\b/.test(rest)) return false
  return /\S'(?![\p{L}\p{N}])/u.test(rest)
}
