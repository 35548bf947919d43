import { describe, expect, test } from 'vitest'
import { parseImageRequest } from '../../../scripts/lake/assets/image-request.ts'
import { parseMetadataParts } from '../../../scripts/lake/assets/metadata-parts.ts'
import { outputFormat } from '../../../scripts/lake/assets/output-format.ts'
import { ApiError } from '../../../scripts/lake/errors.ts'

const integer = 'must be a valid integer'

describe('what cannot be meant is refused in the form that the hosted API has', () => {
  test.each([
    ['w=ten', 'w', integer],
    ['w=230.17', 'w', integer],
    ['h=', 'h', integer],
    ['w=1e999', 'w', integer],
    ['q=100?w=640', 'q', integer],
    ['rect=44,0,480,480?h=64', 'rect', integer],
    ['rect=a,b,c,d', 'rect', integer],
    ['rect=1,,3,4', 'rect', integer],
    ['rect=1,2,3', 'rect', 'must be 4 integers of 0 or more'],
    ['rect=1,2,3,4,5', 'rect', 'must be 4 integers of 0 or more'],
    ['rect=-1,0,10,10', 'rect', 'must be 4 integers of 0 or more'],
    ['rect=0,0,0,10', 'rect', 'must have a width and a height of 1 or more'],
    ['w=0', 'w', 'must be from 1 to 8192'],
    ['w=-1', 'w', 'must be from 1 to 8192'],
    ['w=8193', 'w', 'must be from 1 to 8192'],
    ['max-w=0', 'max-w', 'must be from 1 to 8192'],
    ['q=101', 'q', 'must be from 0 to 100'],
    ['dpr=0.5', 'dpr', 'must be from 1 to 3'],
    ['dpr=4', 'dpr', 'must be from 1 to 3'],
    ['dpr=x', 'dpr', 'must be a valid number'],
    ['fp-x=2', 'fp-x', 'must be from 0 to 1'],
    ['fp-y=-0.1', 'fp-y', 'must be from 0 to 1'],
    ['blur=2001', 'blur', 'must be from 0 to 2000'],
    ['sharp=101', 'sharp', 'must be from 0 to 100'],
    ['sat=-101', 'sat', 'must be from -100 to 100'],
    ['frame=2', 'frame', 'must be from 1 to 1'],
    ['or=45', 'or', 'must be one of 0, 90, 180, 270'],
    ['fit=face', 'fit', 'must be one of clip, crop, fill, fillmax, max, scale, min'],
    ['fm=avif', 'fm', 'must be one of jpg, pjpg, png, webp'],
    ['fm=exe', 'fm', 'must be one of jpg, pjpg, png, webp'],
    ['auto=compress', 'auto', 'must be one of format'],
    ['flip=d', 'flip', 'must be one of h, v, hv, vh'],
    ['invert=yes', 'invert', 'must be one of true, false'],
    ['crop=middle', 'crop', 'must be one or more of top, bottom, left, right, center, focalpoint, entropy'],
    ['bg=red', 'bg', 'must be a colour: RGB, ARGB, RRGGBB or AARRGGBB in hexadecimal digits'],
    ['bg=12345', 'bg', 'must be a colour: RGB, ARGB, RRGGBB or AARRGGBB in hexadecimal digits'],
  ])('%s', (query, name, rule) => {
    const message = `Parameter "${name}" ${rule}`
    const body = { statusCode: 400, error: 'Bad Request', message }
    expect(refusal(query)).toMatchObject({ status: 400, body })
  })
})

test.each(['', 'dl=picture.jpg', 'unknown=1', 'sharpen=3'])('"%s" asks for the original', (query) => {
  expect(parseImageRequest(new URLSearchParams(query))).toBeUndefined()
})

describe('colours', () => {
  test.each([
    ['f00', 'ff0000ff'],
    ['ff00', 'ff0000ff'],
    ['8f00', 'ff000088'],
    ['123456', '123456ff'],
    ['80123456', '12345680'],
    ['ABCDEF', 'abcdefff'],
    ['%23fff', 'ffffffff'],
  ])('bg=%s', (text, colour) => {
    expect(parseImageRequest(new URLSearchParams(`bg=${text}`))).toMatchObject({ background: colour })
  })
})

describe('the format of the result', () => {
  const browser = 'image/avif,image/webp,image/*,*/*;q=0.8'
  test.each([
    ['jpg', 'w=1', browser, 'jpg'],
    ['png', 'w=1', browser, 'png'],
    ['gif', 'w=1', browser, 'gif'],
    ['webp', 'w=1', 'image/png', 'webp'],
    ['avif', 'w=1', '', 'avif'],
    ['tif', 'w=1', '', 'tif'],
    ['png', 'fm=pjpg', browser, 'jpg'],
    ['jpg', 'fm=png&auto=format', browser, 'png'],
    ['svg', 'fm=webp', browser, 'webp'],
    ['jpg', 'auto=format', browser, 'webp'],
    ['gif', 'auto=format', browser, 'webp'],
    ['jpg', 'auto=format', '*/*', 'jpg'],
    ['png', 'auto=format', '', 'png'],
    ['png', 'auto=format', 'image/avif', 'png'],
    ['webp', 'auto=format', '*/*', 'webp'],
    ['webp', 'auto=format', 'image/png', 'png'],
    ['avif', 'auto=format', 'image/avif', 'avif'],
    ['avif', 'auto=format', 'image/png', 'jpg'],
    ['tif', 'auto=format', '*/*', 'jpg'],
  ])('of a %s with %s for "%s" is %s', (extension, query, accept, format) => {
    const request = parseImageRequest(new URLSearchParams(query))
    expect(request && outputFormat(extension, request, accept)).toBe(format)
  })
})

describe('what to find out about a picture', () => {
  test.each([
    [[], ['lqip', 'blurhash', 'palette']],
    [['none'], ['none']],
    [['palette'], ['palette']],
    [
      ['palette', 'location'],
      ['palette', 'location'],
    ],
    [['exif,image'], ['exif', 'image']],
  ])('%j', (asked, parts) => {
    expect([...parseMetadataParts(asked)]).toEqual(parts)
  })

  test('anything else is refused', () => {
    expect(() => parseMetadataParts(['dimensions'])).toThrow(
      /^Parameter "meta" must be one or more of lqip, /,
    )
  })
})

function refusal(query: string): ApiError | undefined {
  try {
    parseImageRequest(new URLSearchParams(query))
    return undefined
  } catch (error) {
    return error instanceof ApiError ? error : undefined
  }
}
