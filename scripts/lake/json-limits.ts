import { httpError, malformed } from './errors.ts'

const maximumDepth = 100
const maximumKeyLength = 1000
const megabyte = 1024 * 1024
const maximumSize = 32 * megabyte

/**
 * Refuses values no sane document has, before recursive code meets them. Does not recurse itself, and counts what it
 * sees, since a patch can put one large value into many places.
 */
export function checkJson(value: unknown): void {
  let size = 0
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    size += 2
    if (typeof next.value === 'string') size += checkText(next.value)
    if (typeof next.value === 'number') checkNumber(next.value)
    if (size > maximumSize) throw httpError(413, `A document may have ${maximumSize / megabyte} MB at most`)
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > maximumDepth) throw malformed(`Values may be nested ${maximumDepth} levels deep at most`)
    for (const [key, item] of Object.entries(next.value)) {
      size += checkKey(key)
      open.push({ value: item, depth: next.depth + 1 })
    }
  }
}

/** @returns its length */
function checkKey(key: string): number {
  if (key.length > maximumKeyLength) {
    throw malformed(`Attribute names may have ${maximumKeyLength} characters at most`)
  }
  if (key === '__proto__') throw malformed('"__proto__" is not allowed as an attribute name')
  return checkText(key)
}

/** @returns its length */
function checkText(text: string): number {
  if (!text.isWellFormed())
    throw malformed('Text may not have one half of a surrogate pair without the other')
  if (text.includes('\0')) throw malformed('Text may not have the character U+0000')
  return text.length
}

/** JSON can name numbers that would be stored as something else. */
function checkNumber(number: number): void {
  if (!Number.isFinite(number)) throw malformed('Numbers have to be between -1.8e308 and 1.8e308')
}
