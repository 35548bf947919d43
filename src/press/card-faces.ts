import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Renderer } from '@takumi-rs/core'

/** Where each font is; a package has the letters in parts, and says which are in which. */
const unicode = {
  Fraunces: import.meta.resolve('@fontsource-variable/fraunces/unicode.json'),
  Figtree: import.meta.resolve('@fontsource-variable/figtree/unicode.json'),
  'Noto Sans': import.meta.resolve('@fontsource-variable/noto-sans/unicode.json'),
  'Noto Sans Arabic': import.meta.resolve('@fontsource-variable/noto-sans-arabic/unicode.json'),
  'Noto Sans Hebrew': import.meta.resolve('@fontsource-variable/noto-sans-hebrew/unicode.json'),
  'Noto Sans JP': import.meta.resolve('@fontsource-variable/noto-sans-jp/unicode.json'),
  'Noto Sans KR': import.meta.resolve('@fontsource-variable/noto-sans-kr/unicode.json'),
  'Noto Sans SC': import.meta.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
  'Noto Emoji': import.meta.resolve('@fontsource-variable/noto-emoji/unicode.json'),
} as const

type Family = keyof typeof unicode

/** One file of a font, with the letters that may be in it. */
type Face = { name: Family; file: string; unicodeRange: [first: number, last: number][] }

/** Chinese, Japanese and Korean write the same characters, each a little differently: the text says whose they are. */
function fallbacks(text: string): Family[] {
  const eastern: Family[] = ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR']
  const own = /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)
    ? 'Noto Sans JP'
    : /\p{sc=Hangul}/u.test(text)
      ? 'Noto Sans KR'
      : 'Noto Sans SC'
  const others = eastern.filter((family) => family !== own)
  return ['Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', own, ...others, 'Noto Emoji']
}

/** A text that can be drawn, and the fonts to draw it with. */
export type Drawable = { text: string; fontFamily: string }

/** Gets texts ready for a renderer, which is given the files that they need, and no others. */
export function createTypeCase(renderer: Renderer) {
  const registered = new Map<string, Promise<unknown>>()
  const isDrawn = new Map<string, boolean>()

  const register = async (text: string, family: Family) => {
    for (const { name, file, unicodeRange } of facesOf(family)) {
      if (!unicodeRange.some(([first, last]) => hasBetween(text, first, last))) continue
      const known = registered.get(file)
      const ready = known ?? renderer.registerFont({ name, unicodeRange, data: readFileSync(file) })
      if (!known) registered.set(file, ready)
      await ready
    }
  }

  /** A box stands for what no font has. Fonts do not say what they lack, but all boxes look the same. */
  const picture = async (text: string, fontFamily: string) => {
    const node = { type: 'text', text, style: { fontFamily, fontSize: 24 } } as const
    return renderer.render(node, { width: 64, height: 48, format: 'raw' })
  }
  const isBox = async (character: string, fontFamily: string) => {
    let known = isDrawn.get(character)
    if (known === undefined) {
      const box = await picture(inNoFont, fontFamily)
      known = !box.equals(await picture(character, fontFamily))
      isDrawn.set(character, known)
    }
    return !known
  }

  /** @param family what it is set in, as far as that has the letters; those that no font has are left out */
  return async (text: string, family: 'Fraunces' | 'Figtree'): Promise<Drawable> => {
    // The Latin letters of both are always there: the box is that of the first font.
    await register(`a${text}`, family)
    if (common.test(text)) return { text, fontFamily: family }
    const families = [family, ...fallbacks(text)]
    for (const each of fallbacks(text)) await register(text, each)
    const fontFamily = families.map((each) => `'${each}'`).join(', ')
    const drawn: string[] = []
    for (const { segment } of new Intl.Segmenter().segment(text)) {
      const boxes = await Promise.all(
        [...segment].map((character) => !common.test(character) && isBox(character, fontFamily)),
      )
      if (!boxes.includes(true)) drawn.push(segment)
    }
    return { text: drawn.join('').trim(), fontFamily }
  }
}

/** What both of the site’s own fonts have. */
const common = /^[\u0020-\u007e\u00a0-\u0148\u014a-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026]*$/

const inNoFont = '\u{10fffd}'

const read = new Map<Family, Face[]>()

function facesOf(name: Family): Face[] {
  let faces = read.get(name)
  if (!faces) {
    const address = unicode[name]
    const parts: Record<string, string> = JSON.parse(readFileSync(fileURLToPath(address), 'utf8'))
    const packageName = name.toLowerCase().replaceAll(' ', '-')
    faces = Object.entries(parts).map(([part, ranges]) => {
      const file = `files/${packageName}-${part.replace(/[[\]]/g, '')}-wght-normal.woff2`
      return { name, file: fileURLToPath(new URL(file, address)), unicodeRange: rangesOf(ranges) }
    })
    read.set(name, faces)
  }
  return faces
}

/** `U+0301,U+0400-045F` */
function rangesOf(text: string): Face['unicodeRange'] {
  return text.split(',').map((range) => {
    const [first = 0, last = first] = range
      .replace('U+', '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16))
    return [first, last]
  })
}

function hasBetween(text: string, first: number, last: number): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code >= first && code <= last) return true
  }
  return false
}
