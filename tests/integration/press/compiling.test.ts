import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { copyProject } from '../../support/project-copy.ts'

test('several programs may compile the same code at once: each loads it whole', async () => {
  const project = copyProject()
  onTestFinished(() => rmSync(project, { recursive: true }))
  let compilers = 0
  const load = async () => {
    const bundle = await compiledBundle(project, { onCompile: () => (compilers += 1) })
    return { fingerprint: bundle.fingerprint, templates: await bundle.templateNames() }
  }
  const [first, second] = await Promise.all([load(), load()])
  expect(compilers).toBe(2)
  expect(first.templates).toContain('evening')
  expect(second).toEqual(first)
  expect(readdirSync(join(project, '.cache/bundle'))).toEqual([first.fingerprint])
})
