import { Renderer } from '@takumi-rs/core'
import { describe, expect, it } from 'vitest'
import { createTypeCase } from '../../../src/press/card-faces.ts'

const renderer = new Renderer()
const typeCase = createTypeCase(renderer)

const drawn = async (text: string) => (await typeCase(text, 'Fraunces')).text
const picture = async (text: string) => {
  const { fontFamily } = await typeCase(text, 'Fraunces')
  const node = { type: 'text', text, style: { fontFamily, fontSize: 40 } } as const
  return renderer.render(node, { width: 120, height: 80, format: 'raw' })
}

describe('the type of share cards', () => {
  it.each([
    ['English', 'Scorecards never die – they “change” their name…'],
    ['Polish', 'Zażółć gęślą jaźń'],
    ['Vietnamese', 'Tiếng Việt'],
    ['Russian', 'Привет, мир'],
    ['Greek', 'Ελληνικά'],
    ['Arabic', 'مرحبا بالعالم'],
    ['Hebrew', 'שלום עולם'],
    ['Hindi', 'नमस्ते'],
    ['Chinese', '你好，世界'],
    ['Japanese', '日本語のタイトル'],
    ['Korean', '한국어 제목'],
    ['emoji', '🍺 👩‍💻 ❤️ 🇬🇧'],
  ])('has the letters of %s', async (_, text) => {
    expect(await drawn(text)).toBe(text)
  })

  it('has every letter that it takes for granted, in both of the site’s fonts', async () => {
    const nowhere = '\u{10fffd}'
    for (const family of ['Fraunces', 'Figtree'] as const) {
      const boxes: string[] = []
      const look = async (text: string) => {
        const node = { type: 'text', text, style: { fontFamily: family, fontSize: 24 } } as const
        return renderer.render(node, { width: 64, height: 48, format: 'raw' })
      }
      await typeCase('aā', family)
      const box = await look(nowhere)
      const codes = [...Array(0x180).keys(), ...Array.from({ length: 0x20 }, (_, at) => 0x2010 + at)]
      for (const character of codes.map((code) => String.fromCodePoint(code))) {
        const { fontFamily } = await typeCase(character, family)
        if (fontFamily === family && box.equals(await look(character))) boxes.push(character)
      }
      expect(boxes, family).toEqual([])
    }
  })

  it.each([
    ['a letter that no font has', 'Ugaritic 𐎀𐎁 here', 'Ugaritic  here'],
    ['one that a font claims to have', 'Old \u{1ee00} and', 'Old  and'],
    ['a title of such letters only', '𐎀𐎁', ''],
    ['the whole of a letter with its marks', 'x𐎀\u0301y', 'xy'],
  ])('leaves out %s', async (_, text, rest) => {
    expect(await drawn(text)).toBe(rest)
  })

  it('writes the same character as the language of the text does', async () => {
    const [chinese, japanese] = await Promise.all([picture('直'), picture('直の')])
    const { fontFamily } = await typeCase('直の', 'Fraunces')
    expect(fontFamily).toMatch(/^'Fraunces',.*'Noto Sans JP', 'Noto Sans SC'/)
    expect(chinese.equals(japanese)).toBe(false)
  })
})
