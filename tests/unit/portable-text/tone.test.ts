import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toneClass } from '../../../src/portable-text/tone.ts'
import { root } from '../../support/root.ts'

const sheet = readFileSync(join(root, 'src/styles/tones.css'), 'utf8')

/** The colour that the style sheet shows for the classes. */
const shown = (classes: string) =>
  classes
    .split(' ')
    .slice(1)
    .map((name) => Number(new RegExp(`\\.${name} \\{\\s*--${name[0]}: (\\d+);`).exec(sheet)?.[1]))

it.each(['#000000', '#ffffff', '#c9673c', '#16222E', '#0f4d5a', '#080808'])(
  '%s is shown almost as it is',
  (colour) => {
    const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    for (const [at, level] of shown(toneClass(colour)).entries())
      expect(Math.abs(level - (wanted[at] ?? Number.NaN))).toBeLessThanOrEqual(8)
  },
)

it('no colour has no class', () => expect(toneClass(undefined)).toBe(''))
