import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLayouts } from '../../../sanity-studio/build/layouts.ts'
import { checkLayout } from '../../../sanity-studio/schema/rules/layout.ts'
import { checkLayoutNeeds } from '../../../sanity-studio/schema/rules/layout-needs.ts'

let folder = ''
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layouts-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const begin = '---\ntitle: Photos\ndescription: For an evening in pictures.\n'

test('a file that is dropped in is a layout, with what it needs and its picture', () => {
  write('photos.mdx', `${begin}needs: [cover, topics]\npicture: photos.svg\n---\n<Body />\n`)
  write('photos.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(readLayouts(folder)).toEqual([
    {
      name: 'photos',
      title: 'Photos',
      description: 'For an evening in pictures.',
      needs: ['cover', 'topics'],
      picture: expect.stringMatching(/^data:image\/svg\+xml,%3Csvg/),
    },
  ])
})

test('layouts are offered in their order, those without one last and by name', () => {
  for (const [name, order] of [
    ['b', ''],
    ['a', ''],
    ['z', 'order: 1\n'],
    ['y', 'order: 2\n'],
  ])
    write(`${name}.mdx`, `${begin}${order}---\n`)
  expect(readLayouts(folder).map(({ name }) => name)).toEqual(['z', 'y', 'a', 'b', 'photos'])
  for (const name of ['a', 'b', 'y', 'z']) rmSync(join(folder, `${name}.mdx`))
})

test.each([
  ['an order in words', `${begin}order: first\n---\n`, 'has an "order" that is no number'],
  ['no front matter', '<Body />', 'content/templates/photos.mdx has no "title" in its front matter'],
  [
    'a quote that is never closed',
    '---\ntitle: "Photos\n---\n',
    /content\/templates\/photos\.mdx has front matter that cannot be read, at line \d: Missing closing "quote/,
  ],
  ['a list for front matter', '---\n- title\n---\n', 'has no "title" in its front matter'],
  ['no description', '---\ntitle: Photos\n---\n', 'has no "description"'],
  ['an unknown need', `${begin}needs: [music]\n---\n`, 'any of these: event, cover, topics'],
  ['a picture elsewhere', `${begin}picture: ../../logo.svg\n---\n`, 'names a picture that is not there'],
  ['a missing picture', `${begin}picture: gone.svg\n---\n`, 'names a picture that is not there'],
])('a file with %s is refused', (_, text, message) => {
  write('photos.mdx', text)
  expect(() => readLayouts(folder)).toThrow(message)
})

test('the layouts of this repository can be read', () => {
  expect(readLayouts()[0]?.name).toBe('evening')
})

describe('what a layout needs is asked for at the field where it is missing', () => {
  const layouts = [
    { name: 'photos', title: 'Photos', needs: ['cover', 'topics'] as const },
    { name: 'plain', title: 'Plain', needs: [] },
  ].map((layout) => ({ ...layout, needs: [...layout.needs] }))
  const cover = { _type: 'image', asset: { _ref: 'image-1' } }
  test.each([
    ['nothing missing', { template: 'photos', cover, topics: [{ _ref: 't' }] }, []],
    [
      'a picture that was taken out again',
      { template: 'photos', cover: { alt: 'x' }, topics: [{}] },
      ['cover'],
    ],
    ['everything missing', { template: 'photos', topics: [] }, ['cover', 'topics']],
    ['a layout without needs', { template: 'plain' }, []],
    ['a layout that is gone', { template: 'gone' }, []],
  ])('%s', (_, recap, fields) => {
    const result = checkLayoutNeeds(recap, layouts)
    expect(result === true ? [] : result.map(({ path }) => path.join())).toEqual(fields)
  })
})

describe('a layout that is no longer there is refused, by its name', () => {
  const layouts = [{ name: 'evening' }, { name: 'photos' }]
  test.each([
    ['one that is there', 'photos', layouts, true],
    [
      'one that is gone',
      'gone',
      layouts,
      'The layout “gone” is no longer there. Choose another under Settings.',
    ],
    ['none, of which another rule speaks', undefined, layouts, true],
    ['any, where no layouts are known', 'gone', [], true],
  ])('%s', (_, name, known, result) => {
    expect(checkLayout(name, known)).toBe(result)
  })
})
