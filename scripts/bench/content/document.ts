import { createHash } from 'node:crypto'
import { Random } from './random.ts'

/** A document as a lake answers it. */
export type GeneratedDocument = {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [field: string]: unknown
}

export type Kind = 'recap' | 'author' | 'event' | 'venue' | 'topic' | 'siteSettings'

/** The id of one document of a kind: a UUID, as the Studio gives them, so that ids are in no order that would help. */
export function idOf(seed: number, kind: Kind, index: number): string {
  const hash = createHash('sha1').update(`${seed} ${kind} ${index}`).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-')
}

/** Each document has its own row of numbers: it is the same, however many there are before it. */
export function randomFor(seed: number, kind: string, index: number): Random {
  return new Random(`${seed} ${kind} ${index}`)
}

export function withSystemFields(
  random: Random,
  document: { _id: string; _type: string; [field: string]: unknown },
  created: number,
): GeneratedDocument {
  const { _id, _type, ...fields } = document
  return {
    _id,
    _type,
    _rev: random.hexadecimal(22),
    _createdAt: second(created),
    _updatedAt: second(created + random.integer(0, 30 * 24 * 3600) * 1000),
    ...fields,
  }
}

/** As Sanity writes moments of its own. @param time milliseconds since 1970 */
export function second(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

export function reference(id: string): { _type: 'reference'; _ref: string } {
  return { _type: 'reference', _ref: id }
}

export function keyedReference(random: Random, id: string) {
  return { _key: random.hexadecimal(12), ...reference(id) }
}

/** Words and hyphens, with the document's number at the end, which makes it the only one of its kind. */
export function slugOf(text: string, index: number): { _type: 'slug'; current: string } {
  const words =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  return { _type: 'slug', current: [...words, `n${index.toString(36)}`].join('-') }
}
