import { expect, it } from 'vitest'
import { visiblePart } from '../../../src/site/crop.ts'

const wide = { width: 1600, height: 900 }
const crop = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })
const hotspot = (x: number, y: number) => ({ x, y, width: 0.2, height: 0.2 })

it.each<[string, Parameters<typeof visiblePart>, ReturnType<typeof visiblePart>]>([
  ['the whole', [wide, {}], undefined],
  ['the whole, in its own ratio', [wide, {}, 16 / 9], undefined],
  ['a crop', [wide, { crop: crop(0.25, 0, 0.25, 0.5) }], { left: 400, top: 0, width: 800, height: 450 }],
  ['a square from the middle', [wide, {}, 1], { left: 350, top: 0, width: 900, height: 900 }],
  [
    'a square around the hotspot',
    [wide, { hotspot: hotspot(0.4, 0.5) }, 1],
    { left: 190, top: 0, width: 900, height: 900 },
  ],
  [
    'a square at the edge, for a hotspot near it',
    [wide, { hotspot: hotspot(0.98, 0.5) }, 1],
    { left: 700, top: 0, width: 900, height: 900 },
  ],
  [
    'never beyond the crop',
    [wide, { crop: crop(0.5, 0, 0, 0), hotspot: hotspot(0.1, 0.1) }, 1],
    { left: 800, top: 0, width: 800, height: 800 },
  ],
  [
    'a strip of a tall picture',
    [{ width: 900, height: 1600 }, { hotspot: hotspot(0.5, 0.2) }, 3],
    { left: 0, top: 170, width: 900, height: 300 },
  ],
  [
    'a crop of almost everything',
    [{ width: 10, height: 10 }, { crop: crop(1, 1, 0, 0) }],
    { left: 9, top: 9, width: 1, height: 1 },
  ],
])('shows %s', (_, [size, image, ratio], expected) => {
  expect(visiblePart(size, image, ratio)).toEqual(expected)
})
