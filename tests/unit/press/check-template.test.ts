import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { templateMistakes } from '../../../src/press/check-template.ts'
import { filesBelow } from '../../../src/press/files.ts'
import { templateComponents } from '../../../src/site/template-components.ts'
import { root } from '../../support/root.ts'

const folder = join(root, 'content/templates')
const templates = filesBelow(folder).filter((file) => file.endsWith('.mdx'))
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')

const places = (source: string) =>
  templateMistakes(source, ['Body', 'Cover']).map(({ line, column }) => `${line}:${column}`)

describe('a component that there is not', () => {
  it.each([
    ['<Body />\n\n<Boddy />', ['3:1']],
    ['<div>\n  <Covr sizes="5rem" /> <Nothing />\n</div>', ['2:3', '2:25']],
    ['---\ntitle: "<Title>"\n---\n\n<Boddy>', ['5:1']],
    ['<Body.Text />', ['1:1']],
    ['words <Boddy/> in a line', ['1:7']],
  ])('is found where it stands: %j', (source, where) => expect(places(source)).toEqual(where))

  it('is named, with those that there are', () => {
    expect(templateMistakes('<Boddy />', ['Body', 'Cover'])).toEqual([
      {
        line: 1,
        column: 1,
        message:
          'There is no component <Boddy>. A template may use <Body>, <Cover>; content/templates/README.md explains each.',
      },
    ])
  })
})

it.each([
  '<Body />\n<Cover sizes="5rem" />',
  "import Map from './Map.astro'\n\n<Map />",
  '`<Boddy />` and {/* <Boddy />\n <Boddy /> */}',
  '```mdx\n<Boddy />\n```',
  'a < B and 5 <6',
])('nothing is found in %j', (source) => expect(places(source)).toEqual([]))

it('the templates that there are use what there is, and each has an announcement, an interview and the like', () => {
  expect(templates.sort()).toEqual(['announcement.mdx', 'evening.mdx', 'interview.mdx', 'photo-story.mdx'])
  for (const file of templates) expect(templateMistakes(textOf(file), templateComponents)).toEqual([])
})

it('the README beside them lists every template and every component, and no other', () => {
  const readme = textOf('README.md')
  const listed = (pattern: RegExp) => [...readme.matchAll(pattern)].map(([, name]) => name).sort()
  expect(listed(/^\| `<(\w+) \/>` \|/gm)).toEqual([...templateComponents])
  expect(listed(/^\| `([\w-]+\.mdx)` \|/gm)).toEqual(templates)
})
