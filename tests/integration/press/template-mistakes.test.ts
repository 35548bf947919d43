import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyProject } from '../../support/project-copy.ts'
import { root } from '../../support/root.ts'

let project: string

beforeAll(() => {
  project = copyProject()
})
afterAll(() => rmSync(project, { recursive: true }))

const template = () => join(project, 'content/templates/evening.mdx')
const compile = () => {
  const script = join(root, 'scripts/publisher/compile.ts')
  const { status, stderr } = spawnSync(process.execPath, [script, project], {
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  return { status, stderr }
}

it.each([
  ['a component that there is not', '<Boddy />', /There is no component <Boddy>/],
  ['an element that is never closed', '<div>', /closing tag for `<div>`/],
  ['an expression that is never closed', '{oops', /closing brace/],
])('%s stops the build with the file and the line', (_, mistake, what) => {
  const before = readFileSync(template(), 'utf8')
  const line = before.split('\n').length + 1
  appendFileSync(template(), `\n${mistake}\n`)
  const { status, stderr } = compile()
  writeFileSync(template(), before)
  expect(status).toBe(1)
  expect(stderr).toMatch(what)
  expect(stderr).toContain(`content/templates/evening.mdx:${line}:1`)
  expect(stderr).not.toMatch(/^\s+at /m)
})

it('front matter that says something else stops the build with the file', () => {
  const before = readFileSync(template(), 'utf8')
  writeFileSync(template(), before.replace('title:', 'titel:'))
  const { status, stderr } = compile()
  writeFileSync(template(), before)
  expect(status).toBe(1)
  expect(stderr).toContain('content/templates/evening.mdx')
  expect(stderr).toContain('titel')
})
