import { describe, expect, test } from 'vitest'
import { geometryOf } from '../../../scripts/lake/assets/geometry.ts'
import { parseImageRequest } from '../../../scripts/lake/assets/image-request.ts'

const original = { width: 1600, height: 900 }
const whole = [0, 0, 1600, 900]

// query, region as left,top,width,height, size, margins as left,right,top,bottom where there are any
type Case = [query: string, region: number[], size: number[], margins?: number[]]

const oneSided: Case[] = [
  ['q=50', whole, [1600, 900]],
  ['w=800', whole, [800, 450]],
  ['h=90', whole, [160, 90]],
  ['w=3200', whole, [3200, 1800]],
  ['w=3200&fit=clip', whole, [3200, 1800]],
  ['w=3200&fit=crop', whole, [3200, 1800]],
  ['w=3200&fit=fill', whole, [3200, 1800]],
  ['w=3200&fit=scale', whole, [3200, 1800]],
  ['w=3200&fit=max', whole, [1600, 900]],
  ['w=3200&fit=min', whole, [1600, 900]],
  ['w=3200&fit=fillmax', whole, [1600, 900]],
  ['w=400&dpr=2', whole, [800, 450]],
  ['w=333&dpr=1.5', whole, [500, 281]],
  ['w=1', whole, [1, 1]],
]

const boxes: Case[] = [
  ['w=400&h=400', whole, [400, 225]],
  ['w=400&h=400&fit=clip', whole, [400, 225]],
  ['w=3200&h=3200&fit=clip', whole, [3200, 1800]],
  ['w=400&h=400&fit=max', whole, [400, 225]],
  ['w=3200&h=3200&fit=max', whole, [1600, 900]],
  ['w=400&h=400&fit=scale', whole, [400, 400]],
  ['w=3200&h=10&fit=scale', whole, [3200, 10]],
  ['w=400&h=400&fit=fill', whole, [400, 225], [0, 0, 87, 88]],
  ['w=2000&h=2000&fit=fill', whole, [2000, 1125], [0, 0, 437, 438]],
  ['w=2000&h=2000&fit=fillmax', whole, [1600, 900], [200, 200, 550, 550]],
  ['w=400&h=400&fit=fillmax', whole, [400, 225], [0, 0, 87, 88]],
  ['w=400&h=400&fit=min', [350, 0, 900, 900], [400, 400]],
  ['w=4000&h=4000&fit=min', [350, 0, 900, 900], [900, 900]],
  ['w=4000&h=1000&fit=min', [0, 250, 1600, 400], [1600, 400]],
  ['w=4000&h=500&fit=min', [0, 350, 1600, 200], [1600, 200]],
  ['w=301&h=201&fit=min', [126, 0, 1348, 900], [301, 201]],
]

const crops: Case[] = [
  ['w=400&h=400&fit=crop', [350, 0, 900, 900], [400, 400]],
  ['w=2000&h=2000&fit=crop', [350, 0, 900, 900], [2000, 2000]],
  ['w=400&h=400&fit=crop&crop=center', [350, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=left', [0, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=right', [700, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=top,right', [700, 0, 900, 900], [400, 400]],
  ['w=800&h=200&fit=crop', [0, 250, 1600, 400], [800, 200]],
  ['w=800&h=200&fit=crop&crop=top', [0, 0, 1600, 400], [800, 200]],
  ['w=800&h=200&fit=crop&crop=bottom', [0, 500, 1600, 400], [800, 200]],
  ['w=800&h=200&fit=crop&crop=bottom,left', [0, 500, 1600, 400], [800, 200]],
  ['w=400&h=400&fit=crop&crop=focalpoint&fp-x=0.4&fp-y=0.1', [190, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=focalpoint&fp-x=0.99', [700, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=focalpoint&fp-x=0', [0, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=focalpoint', [350, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&fp-x=0', [350, 0, 900, 900], [400, 400]],
  ['w=800&h=200&fit=crop&crop=focalpoint&fp-y=0.7', [0, 430, 1600, 400], [800, 200]],
  ['w=400&h=400&fit=crop&crop=entropy', whole, [400, 400]],
  ['w=400&h=400&crop=left', whole, [400, 225]],
]

const limits: Case[] = [
  ['max-w=800', whole, [1600, 900]],
  ['w=1200&max-w=800', whole, [1200, 675]],
  ['max-w=800&fit=crop', whole, [800, 450]],
  ['max-w=5000&fit=crop', whole, [1600, 900]],
  ['max-w=800&max-h=90&fit=crop', whole, [160, 90]],
  ['w=1200&max-w=800&fit=crop', whole, [800, 450]],
  ['w=800&max-h=300&fit=crop', [0, 150, 1600, 600], [800, 300]],
  ['w=800&min-h=800&fit=crop', [350, 0, 900, 900], [800, 800]],
  ['h=450&max-w=450&fit=crop', [350, 0, 900, 900], [450, 450]],
  ['max-w=800&min-h=600&fit=crop', [200, 0, 1200, 900], [800, 600]],
  ['max-w=400&dpr=2&fit=crop', whole, [800, 450]],
]

const rectangles: Case[] = [
  ['rect=100,200,400,300', [100, 200, 400, 300], [400, 300]],
  ['rect=100,200,400,300&w=200', [100, 200, 400, 300], [200, 150]],
  ['rect=100,200,400,300&w=200&h=200&fit=crop', [150, 200, 300, 300], [200, 200]],
  ['rect=100,200,400,300&w=800&fit=max', [100, 200, 400, 300], [400, 300]],
  ['rect=1500,800,400,300', [1500, 800, 100, 100], [100, 100]],
  ['rect=0,0,1601,900', whole, [1600, 900]],
]

const turnsAndPads: Case[] = [
  ['or=0', whole, [1600, 900]],
  ['or=90', [0, 0, 900, 1600], [900, 1600]],
  ['or=90&w=450', [0, 0, 900, 1600], [450, 800]],
  ['or=90&rect=100,200,400,300', [400, 100, 300, 400], [300, 400]],
  ['or=180&rect=100,200,400,300', [1100, 400, 400, 300], [400, 300]],
  ['or=270&rect=100,200,400,300', [200, 1100, 300, 400], [300, 400]],
  ['or=90&w=100&h=100&fit=crop&crop=top', [0, 0, 900, 900], [100, 100]],
  ['pad=10&w=160', whole, [160, 90], [10, 10, 10, 10]],
  ['pad=10&w=160&dpr=2', whole, [320, 180], [20, 20, 20, 20]],
  ['pad=5&w=400&h=400&fit=fill', whole, [400, 225], [5, 5, 92, 93]],
]

describe.each([
  ['one side', oneSided],
  ['a box', boxes],
  ['fit=crop', crops],
  ['limits', limits],
  ['a rectangle', rectangles],
  ['turning and padding', turnsAndPads],
])('the part of the picture, its size, and what is around it: %s', (_, cases) => {
  test.each(cases)('%s', (query, region, size, margins = [0, 0, 0, 0]) => {
    const made = geometryOf(original, requestOf(query))
    expect([made.region.left, made.region.top, made.region.width, made.region.height]).toEqual(region)
    expect([made.size.width, made.size.height]).toEqual(size)
    expect([made.margins.left, made.margins.right, made.margins.top, made.margins.bottom]).toEqual(margins)
  })
})

test('a tiny picture can be cropped to any shape', () => {
  const { region, size } = geometryOf({ width: 3, height: 2 }, requestOf('w=1000&h=7&fit=crop'))
  expect(region).toEqual({ left: 0, top: 1, width: 3, height: 1 })
  expect(size).toEqual({ width: 1000, height: 7 })
})

describe('what would be too large, or outside of the picture, is refused', () => {
  test.each([
    ['w=8192', { width: 1, height: 1000 }],
    ['w=8192&h=8192&fit=scale&pad=1', { width: 10, height: 10 }],
    ['rect=1600,0,10,10', original],
    ['rect=0,900,10,10', original],
  ])('%s', (query, size) => {
    expect(() => geometryOf(size, requestOf(query))).toThrow(expect.objectContaining({ status: 400 }))
  })
})

test('a picture that is larger than any that can be asked for may keep its size', () => {
  const huge = { width: 15_000, height: 9000 }
  expect(geometryOf(huge, requestOf('q=50')).size).toEqual(huge)
})

function requestOf(query: string) {
  const request = parseImageRequest(new URLSearchParams(query))
  if (!request) throw new Error('The query asks for nothing')
  return request
}
