import { expect, test } from 'vitest'
import { isPatchPath, normalisePatchPath } from '../../../scripts/lake/patch-path.ts'

test.each([
  'a',
  '_a1',
  'a.b.c',
  'list[0]',
  'list[-1].x',
  'list[0,1]',
  'list[1:3]',
  'list[ -1 : ]',
  'list[1,3:5, 7:]',
  "list['a:b:c']",
  'list[_key=="k"].text',
  'list[_key == "a ] b"].text',
  'list[n > 3, m < 2].x',
  'list[x?].x',
  "['any name, even [this]'].x",
  "a['b']",
  'a[0][1]',
  '..x',
  'a..x',
  '..[_key=="k"]',
  'list[*]',
])('%s is a path', (path) => {
  expect(isPatchPath(path)).toBe(true)
})

test.each([
  '',
  ' a',
  'a ',
  'a b',
  'a,b',
  'a:b',
  'a==1',
  'a.',
  '.a',
  'a...b',
  'a[0]b',
  'a[0]]',
  'a[:]',
  'a[0:9:2]',
  'a[0:1e9]',
  'a[0:9, n > 1]',
  'a[0:9.5]',
  'a[[0]]',
  'a["x]',
  '1a',
  'a-b',
  'é',
  '__proto__',
  "a['__proto__']",
  'a'.repeat(1001),
])('%s is none', (path) => {
  expect(isPatchPath(path)).toBe(false)
})

test('all items are named in the way of the mutator', () => {
  expect(normalisePatchPath('a[*].b[ * ].c[0]')).toBe('a[0:].b[0:].c[0]')
})
