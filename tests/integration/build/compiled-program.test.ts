import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { compiledBundle } from '../../../scripts/publisher/compiled-bundle.ts'
import { bundleFolders } from '../../../src/press/bundle-folders.ts'
import { root } from '../../support/root.ts'

test('`npm run press` is compiled with the pages: a few files, which know where the sources lie', async () => {
  const { fingerprint } = await compiledBundle(root)
  const { program } = bundleFolders(root, fingerprint)
  const folder = dirname(program)
  const files = readdirSync(folder)
  expect(files.length).toBeLessThan(20)
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  expect(text).toContain(pathToFileURL(join(root, 'src/press/crew.ts')).href)
  expect(text).not.toMatch(/import\.meta\.(?:url|dirname)/)
  expect(text).not.toMatch(/from ?"zod"/)
  expect(await import(pathToFileURL(program).href)).toMatchObject({ runProgram: expect.any(Function) })
})
