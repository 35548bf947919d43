import { expect, it } from 'vitest'
import { fileAddress, imageAddressFor, parseFileAddress } from '../../../src/cms/image-addresses.ts'
import { imageAssetDocument } from '../../../src/cms/schemas/image.ts'
import { storedAsset } from '../../support/documents.ts'

const asset = imageAssetDocument.parse(storedAsset('c0ffee', 1600, 900))
const rectangle = { left: 10, top: 20, width: 300, height: 200 }

it.each([
  [undefined, '/images/c0ffee-1600x900-jpg/800.webp'],
  [rectangle, '/images/c0ffee-1600x900-jpg/10-20-300-200/800.webp'],
])('names a file after its transform and reads it back (%j)', (part, path) => {
  expect(fileAddress(asset, { rectangle: part, width: 800 })).toBe(path)
  expect(parseFileAddress(path)).toEqual({ assetId: asset._id, transform: { rectangle: part, width: 800 } })
})

it.each([
  '/images/x.webp',
  '/images/c0ffee-1600x900-jpg/../800.webp',
  '/images/c0ffee-1600x900-jpg/1-2-3/800.webp',
  '',
])('reads nothing into %j', (path) => expect(parseFileAddress(path)).toBeUndefined())

it('asks the CDN of a hosted dataset for the same part', () => {
  const address = new URL(imageAddressFor(false)(asset, { rectangle, width: 800 }))
  expect(address.origin + address.pathname).toBe(asset.url)
  expect(Object.fromEntries(address.searchParams)).toEqual({
    rect: '10,20,300,200',
    w: '800',
    fit: 'max',
    auto: 'format',
  })
})

it('makes files of its own for a local lake', () => {
  expect(imageAddressFor(true)).toBe(fileAddress)
})
