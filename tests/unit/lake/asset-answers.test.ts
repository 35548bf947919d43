import { describe, expect, test } from 'vitest'
import { assetIdFor, nameForAssetId } from '../../../scripts/lake/assets/asset-name.ts'
import { parseByteRange } from '../../../scripts/lake/assets/byte-range.ts'
import { attachment } from '../../../scripts/lake/assets/download-name.ts'

describe('the part of a file of 100 bytes', () => {
  test.each([
    [null, undefined],
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=90-200', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-200', { first: 0, last: 99 }],
    ['bytes=99-99', { first: 99, last: 99 }],
    ['bytes=100-', null],
    ['bytes=-0', null],
    ['bytes=9-0', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=0-9', undefined],
    ['bytes=-', undefined],
    ['bytes=a-b', undefined],
  ])('%s', (header, range) => {
    expect(parseByteRange(header, 100)).toEqual(range)
  })
})

describe('a name to save under', () => {
  test.each([
    ['evening.jpg', 'evening.jpg', 'evening.jpg'],
    ['Évening.png', '_vening.png', '%C3%89vening.png'],
    ['it\'s (2) "big".png', "it's (2) _big_.png", 'it%27s %282%29 %22big%22.png'],
    ['../../etc/passwd', '_.._etc_passwd', '_.._etc_passwd'],
    ['C:\\boot.ini', 'C__boot.ini', 'C__boot.ini'],
    ['a\r\nset-cookie: b', 'aset-cookie_ b', 'aset-cookie_ b'],
    ['gpj.\u202eexe', 'gpj.exe', 'gpj.exe'],
    ['half \ud800', 'half _', 'half %EF%BF%BD'],
    ['...', 'download', 'download'],
    ['x'.repeat(300), 'x'.repeat(200), 'x'.repeat(200)],
  ])('%j', (name, plain, encoded) => {
    const expected = encoded.replaceAll(' ', '%20')
    expect(attachment(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${expected}`)
  })
})

const hash = 'a'.repeat(40)

test.each([
  ['image', `${hash}-30x20.jpg`, `image-${hash}-30x20-jpg`],
  ['file', `${hash}.pdf`, `file-${hash}-pdf`],
] as const)('an %s and its document name each other', (kind, name, id) => {
  expect(assetIdFor(kind, name)).toBe(id)
  expect(nameForAssetId(id)).toBe(name)
})

test.each([`${hash}.jpg`, `../${hash}-3x2.jpg`, `${hash}-3x2`, 'token', `${hash}-3x2.jpg/x`])(
  'there is no picture called %s',
  (name) => {
    expect(assetIdFor('image', name)).toBeUndefined()
  },
)

test.each(['recap', `drafts.image-${hash}-3x2-jpg`, 'image-abc-3x2-jpg', `image-${hash}-3x2-JPG`])(
  '%s is no id of an asset that has a file',
  (id) => {
    expect(nameForAssetId(id)).toBeUndefined()
  },
)
