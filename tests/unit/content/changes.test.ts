import { describe, expect, test } from 'vitest'
import {
  asExported,
  isCarriedByExporter,
  withoutLostAssets,
} from '../../../scripts/content/exporter-changes.ts'
import { isChangedByImporter, weakened } from '../../../scripts/content/importer-changes.ts'
import { placeAssets } from '../../../scripts/content/place-assets.ts'

const id = `image-${'a'.repeat(40)}-12x8-jpg`
const entry = `images/${'a'.repeat(40)}-12x8.jpg`
const _sanityAsset = `image@file://./${entry}`
const reference = { _type: 'reference', _ref: id }
const strong = { _type: 'reference', _ref: 'x' }
const document = (field: unknown) => ({ _id: 'a', _type: 'x', field })

describe('what Sanity’s importer changes', () => {
  test.each([
    [{ a: [{ _key: 'k', _type: 'b' }], text: 'words', none: null }, false],
    [[1, 'a', null, [2]], false],
    [strong, false],
    [{ ...strong, _weak: true }, false],
    [[{ a: 1 }], true],
    [{ a: [[{ a: 1 }]] }, true],
    [{ _ref: 'x' }, true],
    [{ ...strong, _weak: false }, true],
    [{ ...strong, _dataset: 'd', _projectId: 'p' }, true],
    [{ 'odd-name': 1 }, true],
    [{ 42: 1 }, true],
  ])('%j: %s', (field, expected) => {
    expect(isChangedByImporter(document(field))).toBe(expected)
  })

  test('nothing is left for it to make weak', () => {
    expect(weakened(document([strong, { _ref: 'y', _weak: false }]))).toEqual(
      document([
        { ...strong, _weak: true },
        { _ref: 'y', _weak: true },
      ]),
    )
  })
})

describe('what Sanity’s exporter loses is kept and comes back', () => {
  const places = { ids: new Map([[`image#${entry}`, id]]), renamed: new Map() }
  test.each([
    ['a picture', { _type: 'image', asset: reference }, true],
    ['numbers', { list: [1, [2]], none: null }, true],
    ['a reference to a document', { _type: 'recap', asset: strong }, true],
    ['a picture without a type', { asset: reference }, false],
    ['a weak reference', { _type: 'image', asset: { ...reference, _weak: true } }, false],
    ['a reference without a type', { _type: 'image', asset: { _ref: id } }, false],
    ['nothing in an array', [1, null], false],
  ])('%s', (_name, field, isCarried) => {
    expect(isCarriedByExporter(document(field))).toBe(isCarried)
    expect(placeAssets(asExported(document(field)), places, '/folder')).toStrictEqual(document(field))
    // An asset without a file stays the reference that it was.
    expect(withoutLostAssets(asExported(document(field)), new Set())).toStrictEqual(document(field))
  })

  test('assets with a file stay for the importer', () => {
    const exported = document({ _type: 'image', _sanityAsset })
    expect(withoutLostAssets(exported, new Set([entry]))).toEqual(exported)
  })

  test('an asset that got another id takes its references along', () => {
    const renamed = new Map([[id, 'image-new']])
    const placed = placeAssets(
      document([reference, { _sanityAsset }]),
      { ids: new Map([[`image#${entry}`, 'image-new']]), renamed },
      '/f',
    )
    const to = { _type: 'reference', _ref: 'image-new' }
    expect(placed).toEqual(document([to, { _type: 'image', asset: to }]))
  })
})
