import { describe, expect, test } from 'vitest'
import { addArrayKeys } from '../../../scripts/lake/array-keys.ts'
import { documentTime, isValidId, isVisible, layer, publishedId } from '../../../scripts/lake/document.ts'
import { checkJson } from '../../../scripts/lake/json-limits.ts'
import { strangerInReference } from '../../../scripts/lake/reference-shape.ts'
import { referencesOf } from '../../../scripts/lake/references.ts'
import { strengthenReferences } from '../../../scripts/lake/strengthen.ts'

test.each([
  ['a', 'a', 'published', true],
  ['drafts.a', 'a', 'drafts', false],
  ['versions.rSummer.a', 'a', 'rSummer', false],
  ['versions.rSummer.a.b', 'a.b', 'rSummer', false],
  ['secret.a', 'secret.a', 'published', false],
])('%s is a version of %s in %s', (id, published, itsLayer, isPublic) => {
  expect([publishedId(id), layer(id), isVisible(id, 'public')]).toEqual([published, itsLayer, isPublic])
})

test.each([
  ['a', true],
  ['drafts.image-x_1.b', true],
  ['_.releases.r1', true],
  ['', false],
  ['-a', false],
  ['.a', false],
  ['a..b', false],
  ['a b', false],
  ['a/b', false],
  ['é', false],
  ['a'.repeat(128), true],
  ['a'.repeat(129), false],
])('"%s" as an id: %s', (id, valid) => {
  expect(isValidId(id)).toBe(valid)
})

test('documents keep seconds', () => {
  expect(documentTime('2026-11-23T08:40:34.123Z')).toBe('2026-11-23T08:40:34Z')
})

test('references are found wherever they are', () => {
  const document = {
    _id: 'a',
    _type: 'note',
    _rev: 'r',
    _createdAt: '',
    _updatedAt: '',
    one: { _ref: 'x' },
    many: [{ deep: [{ _ref: 'y', _weak: true }] }],
    elsewhere: [{ _ref: 'z', _dataset: 'other' }, { _ref: 'media-library:1:2' }],
  }
  expect([...referencesOf(document)]).toEqual([
    ['x', true],
    ['y', false],
    ['z', false],
    ['media-library:1:2', false],
  ])
})

test.each([
  [{ ref: { _ref: 'x', _type: 'reference', _weak: true, _key: 'k', _dataset: 'd' } }, undefined],
  [{ _ref: 5, y: 1 }, undefined],
  [{ list: [{ deep: { _ref: 'x', y: 1 } }] }, 'y'],
])('a reference has nothing but what is Sanity’s: %j', (document, stranger) => {
  expect(strangerInReference(document)).toBe(stranger)
})

test('publishing strengthens the references that waited for it', () => {
  const mark = { type: 'topic' }
  expect(
    strengthenReferences({
      a: [{ _ref: 'x', _weak: true, _strengthenOnPublish: mark }],
      b: { _ref: 'y', _weak: true, _strengthenOnPublish: { ...mark, weak: true } },
      c: { _ref: 'z', _weak: true },
    }),
  ).toEqual({ a: [{ _ref: 'x' }], b: { _ref: 'y', _weak: true }, c: { _ref: 'z', _weak: true } })
})

test('keys are added where they are missing and nowhere else', () => {
  const keyed = addArrayKeys({ a: [{ b: [{ c: 1 }] }, { _key: 'k' }, 'text', ['x']] })
  expect(keyed).toEqual({
    a: [{ _key: expect.any(String), b: [{ _key: expect.any(String), c: 1 }] }, { _key: 'k' }, 'text', ['x']],
  })
})

describe('values no document has', () => {
  let deep: unknown = 1
  for (let level = 0; level < 200; level++) deep = [deep]
  test.each([
    ['nested too deeply', deep, /nested/],
    ['a name of more than 1000 characters', { ['x'.repeat(1001)]: 1 }, /1000 characters/],
    ['the name that changes prototypes', JSON.parse('{"a":{"__proto__":1}}'), /__proto__/],
    ['half a character', ['\ud800'], /surrogate/],
    ['half a character in a name', { '\udc00': 1 }, /surrogate/],
    ['a NUL', { a: 'x\0y' }, /U\+0000/],
    ['a number that JSON cannot name', JSON.parse('[1e400]'), /Numbers/],
    ['one text in many places', Array(40).fill('x'.repeat(1024 * 1024)), /32 MB/],
  ])('%s', (_, value, message) => {
    expect(() => checkJson(value)).toThrow(message)
  })
})
