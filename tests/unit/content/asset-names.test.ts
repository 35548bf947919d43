import { describe, expect, test } from 'vitest'
import { assetIdOf, assetPathOf, isAssetId } from '../../../scripts/content/asset-names.ts'

const sha1 = '0123456789abcdef0123456789abcdef01234567'

describe('an asset’s id and the name of its file say the same', () => {
  test.each([
    ['image', `image-${sha1}-12x8-jpg`, `images/${sha1}-12x8.jpg`],
    ['image', `image-${sha1}-1200x800-webp`, `images/${sha1}-1200x800.webp`],
    ['file', `file-${sha1}-txt`, `files/${sha1}.txt`],
    ['file', `file-${sha1}-bin`, `files/${sha1}.bin`],
    // The exporter does not take digits for an extension.
    ['file', `file-${sha1}-mp3`, `files/${sha1}-mp3.bin`],
    ['file', `file-${sha1}-7z`, `files/${sha1}-7z.bin`],
  ] as const)('%s %s', (kind, id, entry) => {
    expect(isAssetId(id)).toBe(true)
    expect(assetPathOf(id)).toBe(entry)
    expect(assetIdOf(kind, entry.replace(/^\w+\//, ''))).toBe(id)
  })
})

test.each([
  ['image', 'holiday.jpg'],
  ['image', `${sha1}.jpg`],
  ['image', `${sha1}-12x8.mp3`],
  ['image', `${sha1}-12x8`],
  ['file', `${sha1}-12x8.jpg`],
  ['file', sha1],
] as const)('a name that somebody chose is none: %s %s', (kind, name) => {
  expect(assetIdOf(kind, name)).toBeUndefined()
})
