import { describe, expect, test } from 'vitest'
import { geometryOf } from '../../../scripts/lake/assets/geometry.ts'
import { parseImageRequest } from '../../../scripts/lake/assets/image-request.ts'

const original = { width: 1600, height: 900 }

// query, region as left,top,width,height, size, canvas where it is another one
const cases: [query: string, region: number[], size: number[], canvas?: number[]][] = [
  ['q=50', [0, 0, 1600, 900], [1600, 900]],
  ['w=800', [0, 0, 1600, 900], [800, 450]],
  ['h=90', [0, 0, 1600, 900], [160, 90]],
  ['w=3200', [0, 0, 1600, 900], [3200, 1800]],
  ['w=3200&fit=max', [0, 0, 1600, 900], [1600, 900]],
  ['w=400&dpr=2', [0, 0, 1600, 900], [800, 450]],
  ['w=400&h=400', [0, 0, 1600, 900], [400, 225]],
  ['w=400&h=400&fit=clip', [0, 0, 1600, 900], [400, 225]],
  ['w=400&h=400&fit=crop', [350, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=left', [0, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=top,right', [700, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=focalpoint&fp-x=0.4&fp-y=0.1', [190, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=crop&crop=focalpoint&fp-x=0.99', [700, 0, 900, 900], [400, 400]],
  ['w=400&h=400&fit=fill', [0, 0, 1600, 900], [400, 225], [400, 400]],
  ['w=2000&h=2000&fit=fill', [0, 0, 1600, 900], [2000, 1125], [2000, 2000]],
  ['w=2000&h=2000&fit=fillmax', [0, 0, 1600, 900], [1600, 900], [2000, 2000]],
  ['w=400&h=400&fit=scale', [0, 0, 1600, 900], [400, 400]],
  ['w=400&h=400&fit=min', [350, 0, 900, 900], [400, 400]],
  ['w=4000&h=4000&fit=min', [350, 0, 900, 900], [900, 900]],
  ['max-w=800', [0, 0, 1600, 900], [800, 450]],
  ['max-w=5000', [0, 0, 1600, 900], [1600, 900]],
  ['max-w=800&max-h=90', [0, 0, 1600, 900], [160, 90]],
  ['w=1200&max-w=800', [0, 0, 1600, 900], [800, 450]],
  ['rect=100,200,400,300', [100, 200, 400, 300], [400, 300]],
  ['rect=100,200,400,300&w=200&h=200&fit=crop', [150, 200, 300, 300], [200, 200]],
  ['rect=1500,800,400,300', [1500, 800, 100, 100], [100, 100]],
]

describe('the part of the picture, its size, and the canvas', () => {
  test.each(cases)('%s', (query, [left, top, regionWidth, regionHeight], [width, height], canvas) => {
    const request = parseImageRequest(new URLSearchParams(query))
    if (!request) throw new Error('The query asks for nothing')
    const [canvasWidth, canvasHeight] = canvas ?? [width, height]
    expect(geometryOf(original, request)).toEqual({
      region: { left, top, width: regionWidth, height: regionHeight },
      size: { width, height },
      canvas: { width: canvasWidth, height: canvasHeight },
    })
  })
})

describe('what cannot be meant is refused', () => {
  test.each([
    'w=0',
    'w=-1',
    'w=ten',
    'w=99999',
    'h=',
    'rect=1,2,3',
    'rect=a,b,c,d',
    'rect=0,0,0,10',
    'fit=face',
    'crop=middle',
    'fm=exe',
    'q=101',
    'dpr=9',
    'bg=red',
    'flip=d',
    'fp-x=2&crop=focalpoint',
  ])('%s', (query) => {
    expect(() => parseImageRequest(new URLSearchParams(query))).toThrow(
      /^Image parameter "[a-z-]+" has to be /,
    )
  })
})

test.each(['', 'dl=picture.jpg', 'unknown=1'])('"%s" asks for the original', (query) => {
  expect(parseImageRequest(new URLSearchParams(query))).toBeUndefined()
})
