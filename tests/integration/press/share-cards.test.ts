import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { Failure } from '../../../src/failure.ts'
import type { Originals } from '../../../src/press/originals.ts'
import { ref, storedAsset, storedAuthor, storedEvent, storedRecap } from '../../support/documents.ts'
import { test as base, revised } from '../../support/filled-mirror.ts'
import { pressInto } from '../../support/pressed.ts'
import { root } from '../../support/root.ts'
import { testMoment } from '../../support/sites.ts'

const teal = { r: 20, g: 90, b: 100 }
const original = await sharp({ create: { width: 1600, height: 900, channels: 3, background: teal } })
  .jpeg()
  .toBuffer()

const asset = storedAsset('cover')
const recap = storedRecap('r', { cover: { asset: ref(asset._id), alt: 'Teal' } })
const documents = [asset, storedAuthor('ada'), storedEvent('quiz'), recap]

const test = base.extend<{ pressed: (originals?: Originals) => ReturnType<typeof pressInto> }>({
  pressed: async ({ filled }, use) => {
    filled.change(documents)
    const bundle = await compiledBundle(root)
    const { mirror, file } = filled
    const open: ReturnType<typeof pressInto>[] = []
    await use((originals = () => Promise.resolve(original)) => {
      const content = { bundle, mirror, mirrorFile: file }
      const options = { drawsShareCards: true, picturesAreFiles: true, originals }
      const one = pressInto(join(dirname(file), 'press'), content, options)
      open.push(one)
      return one
    })
    for (const { press } of open) press.close()
  },
})

const cards = ['og/authors/ada.png', 'og/events/quiz.png', 'og/recaps/r.png', 'og/site.png']

/** The colour of a pixel of a card. */
async function pixel(card: Uint8Array, left: number, top: number) {
  const { data } = await sharp(card)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data]
}

describe('the pictures that are shown where pages are shared', () => {
  test('are drawn for recaps, events, authors and the site, with the cover beside the title', async ({
    pressed,
  }) => {
    const { press, outDir } = pressed()
    await press.update(testMoment)
    for (const card of cards) {
      const { width, height, format } = await sharp(join(outDir, card)).metadata()
      expect({ width, height, format }, card).toEqual({ width: 1200, height: 630, format: 'png' })
    }
    const card = readFileSync(join(outDir, 'og/recaps/r.png'))
    const [red = 0, green = 0, blue = 0] = await pixel(card, 1000, 300)
    expect(Math.abs(red - teal.r) + Math.abs(green - teal.g) + Math.abs(blue - teal.b)).toBeLessThan(20)
    expect(await pixel(card, 300, 40)).toEqual([0xfb, 0xf7, 0xf0])
    expect(readFileSync(join(outDir, 'recaps/r/index.html'), 'utf8')).toContain(
      'content="https://blog.example/og/recaps/r.png"',
    )
  })

  test('are drawn once for the same content, also by another program, and only those that change again', async ({
    pressed,
    filled,
  }) => {
    const first = pressed()
    await first.press.update(testMoment)
    const kept = join(first.outDir, '..', 'share-cards')
    const drawn = readdirSync(kept)
    expect(drawn).toHaveLength(cards.length)
    const times = () => drawn.map((file) => statSync(join(kept, file)).mtimeMs)
    const before = times()
    const bytes = readFileSync(join(first.outDir, 'og/events/quiz.png'))

    filled.change([revised(recap, { title: 'Another title' })])
    const { rendered } = await first.press.update(testMoment)
    expect(rendered.filter((path) => path.startsWith('/og/'))).toEqual(['/og/recaps/r.png'])
    expect(readdirSync(kept)).toHaveLength(cards.length + 1)

    filled.change([revised(recap)])
    await first.press.update(testMoment)
    expect(readdirSync(kept)).toHaveLength(cards.length + 1)
    expect(times()).toEqual(before)
    expect(readFileSync(join(first.outDir, 'og/events/quiz.png')).equals(bytes)).toBe(true)
  })

  test('go with their documents', async ({ pressed, filled }) => {
    const { press, outDir } = pressed()
    await press.update(testMoment)
    filled.change([], ['r'])
    const { removed } = await press.update(testMoment)
    expect(removed).toContain('og/recaps/r.png')
    expect(readdirSync(join(outDir, 'og')).sort()).toEqual(['authors', 'events', 'site.png'])
  })

  test('are drawn without a picture that is broken', async ({ pressed }) => {
    const { press, outDir } = pressed(() => Promise.resolve(Buffer.from('no picture')))
    const { warnings } = await press.update(testMoment)
    expect(warnings).toEqual([expect.stringContaining(`The picture ${asset._id} could not be made`)])
    expect(await pixel(readFileSync(join(outDir, 'og/recaps/r.png')), 1000, 40)).toEqual([0xfb, 0xf7, 0xf0])
  })

  test('wait, with everything else, for a lake that does not answer', async ({ pressed }) => {
    const { press, outDir } = pressed(() => Promise.reject(new Failure('The lake sleeps.', 'Wait.')))
    await expect(press.update(testMoment)).rejects.toThrow('The lake sleeps.')
    expect(readdirSync(outDir)).not.toContain('index.html')
  })
})
