import type { Marks } from '../words/words.ts'

/**
 * What tells, with one look at each character, that nothing of a text can have to be set. Most texts are of that sort,
 * and looking for everything takes longer.
 * @param units that stand after a number
 */
export function mayBeSetBy({ beforeNames }: Marks, units: readonly string[]): (text: string) => boolean {
  const beforeUnit = new Set(units.map((unit) => unit.charCodeAt(0)))
  const longest = Math.max(...beforeNames.map((name) => name.length))

  const mayKeep = (text: string, space: number): boolean => {
    const [before, after] = [text.charCodeAt(space - 1), text.charCodeAt(space + 1)]
    if (after === dash || after === enDash) return text.charCodeAt(space + 2) === blank
    if (isDigit(before)) return beforeUnit.has(after)
    // An abbreviation before a number, or the first of two letters.
    if (before === stop && (isDigit(after) || text.charCodeAt(space + 2) === stop)) return true
    if (isSmall(after)) return false
    const word = text.slice(Math.max(0, space - longest), space)
    return beforeNames.some((name) => word.endsWith(name))
  }

  return (text) => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > stop) continue
      if (code === blank && mayKeep(text, at)) return true
      if (code === doubleQuote || code === singleQuote) return true
      if ((code === dash || code === stop) && text.charCodeAt(at + 1) === code) return true
    }
    return false
  }
}

const blank = 0x20
const doubleQuote = 0x22
const singleQuote = 0x27
const dash = 0x2d
const stop = 0x2e
const enDash = 0x2013

const isDigit = (code: number) => code >= 0x30 && code <= 0x39
const isSmall = (code: number) => code >= 0x61 && code <= 0x7a
