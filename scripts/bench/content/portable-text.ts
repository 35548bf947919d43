import { reference } from './document.ts'
import type { Random } from './random.ts'
import { sentence } from './sentences.ts'

type Span = { _type: 'span'; _key: string; text: string; marks: string[] }
type Mark = { _key: string; _type: string; [field: string]: unknown }
type Block = {
  _type: 'block'
  _key: string
  style: string
  listItem?: 'bullet'
  level?: number
  children: Span[]
  markDefs: Mark[]
}

export function plainBlock(random: Random, text: string, style = 'normal'): Block {
  const child = span(random, text)
  return { _type: 'block', _key: key(random), style, children: [child], markDefs: [] }
}

export function listItem(random: Random, text: string): Block {
  return { ...plainBlock(random, text), listItem: 'bullet', level: 1 }
}

/**
 * A paragraph in which here and there a few words are strong, emphasised or a link.
 * @param linkTarget an id that may be linked to, where there is one
 */
export function paragraph(random: Random, length: number, linkTarget: () => string | undefined): Block {
  const children: Span[] = []
  const markDefs: Mark[] = []
  let plain = ''
  for (let index = 0; index < length; index++) {
    const text = sentence(random)
    const words = text.split(' ')
    plain += index === 0 ? '' : ' '
    if (words.length < 6 || !random.happens(0.18)) {
      plain += text
      continue
    }
    const start = random.integer(1, words.length - 4)
    const end = start + random.integer(1, 3)
    children.push(
      span(random, `${plain}${words.slice(0, start).join(' ')} `),
      span(random, words.slice(start, end).join(' '), [markOf(random, markDefs, linkTarget)]),
    )
    plain = ` ${words.slice(end).join(' ')}`
  }
  if (plain !== '') children.push(span(random, plain))
  return { _type: 'block', _key: key(random), style: 'normal', children, markDefs }
}

export function key(random: Random): string {
  return random.hexadecimal(12)
}

export function wordsOf({ children }: Block): number {
  const text = children.map((child) => child.text).join('')
  return text.split(/\s+/).filter(Boolean).length
}

function span(random: Random, text: string, marks: string[] = []): Span {
  return { _type: 'span', _key: key(random), text, marks }
}

function markOf(random: Random, markDefs: Mark[], linkTarget: () => string | undefined): string {
  if (random.happens(0.5)) return random.pick(['strong', 'em', 'em'])
  const target = random.happens(0.5) ? linkTarget() : undefined
  const href = `https://example.org/${random.hexadecimal(6)}/`
  const mark: Mark =
    target === undefined
      ? { _key: key(random), _type: 'link', href }
      : { _key: key(random), _type: 'internalLink', reference: reference(target) }
  markDefs.push(mark)
  return mark._key
}
