import type { Random } from './random.ts'
import { vocabulary } from './vocabulary.ts'

const patterns = [
  'The {adjective} {noun} {past} before the {noun} {past}.',
  'Nobody {past} the {noun}, and the {adjective} {noun} {past} {adverb}.',
  '{first} {past} that a {noun} without a {noun} is only a {adjective} {noun}.',
  'At {place}, the {noun} for the {adjective} {noun} {past} {number} times before anyone {past}.',
  'It was {adverb} the {noun} that {past}, {first} {past}, while the {noun} {past} {adverb}.',
  'If the {noun} had been {adjective}, the {noun} would have cost {number} pounds less.',
  'We {past} the {noun}.',
  '“Show me the {noun},” {first} {past}, “and I will show you {number} {adjective} {noun}s.”',
  'In {place} they {adverb} {past} every {noun} twice, once for the {noun} and once for the {adjective} {noun}.',
  'What {past} was the {noun}: {adjective}, {adjective} and {number} weeks behind the {noun}.',
  'By nine the {adjective} {noun} at {place} had {adverb} {past}, and {first} {last} {past} the {noun} instead.',
  'Somebody {past} about the {noun} of {place}, which {past} the {noun}.',
  'There were {number} of us, a {adjective} {noun} and one {noun}.',
]

const titles = [
  'The {noun} that {past}',
  '{number} {noun}s and a {adjective} {noun}',
  'A {adjective} {noun} at {place}',
  'What the {noun} {past}',
  '{adjective} {noun}, {adjective} {noun}',
  'How {first} {past} the {noun}',
  'From {noun} to {noun}',
  'Who {past} the {noun} of {place}?',
]

const headings = [
  'What the {noun} was for',
  'A {adjective} {noun}',
  '{noun} and {noun}',
  'Who {past}?',
  '{place}, {adverb}',
]

export const sentence = (random: Random): string => fill(random.pick(patterns), random)

/** Up to about eight words. */
export const title = (random: Random): string => fill(random.pick(titles), random)

export const heading = (random: Random): string => fill(random.pick(headings), random)

export function sentences(random: Random, count: number): string {
  return Array.from({ length: count }, () => sentence(random)).join(' ')
}

export function phrase(random: Random): string {
  return fill('{adjective} {noun}', random)
}

/** A place that nobody has been to; there are six hundred of them. */
export function place(random: Random): string {
  return word('before', random) + word('after', random)
}

export const person = (random: Random): string => `${word('first', random)} ${word('last', random)}`

export function word(kind: keyof typeof vocabulary, random: Random): string {
  const list = vocabulary[kind]
  return list[random.rank(list.length)] ?? ''
}

function fill(pattern: string, random: Random): string {
  const text = pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'number') return String(random.integer(2, 400))
    if (slot === 'place') return place(random)
    return isKind(slot) ? word(slot, random) : ''
  })
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function isKind(slot: string): slot is keyof typeof vocabulary {
  return slot in vocabulary
}
