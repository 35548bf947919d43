import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'astro'
import config from '../../astro.config.mjs'
import { unfinishedFolders } from '../../src/press/bundle-folders.ts'
import { codeFingerprint } from '../../src/press/fingerprint.ts'
import { pressAdapter } from '../../src/press/integration.ts'
import { compileFault } from './compile-fault.ts'
import { compileProgram } from './compile-program.ts'

// Run as a process of its own: compiling takes some hundred megabytes that the publisher should not keep.
const root = resolve(process.argv[2] ?? '.')
const { folder, program } = unfinishedFolders(root, codeFingerprint(root))
try {
  // The pages come last: when they are there, everything is.
  await compileProgram(program)
  await build({
    ...config,
    root,
    configFile: false,
    logLevel: 'error',
    adapter: pressAdapter({ compileOnly: true }),
  })
} catch (error) {
  console.error(compileFault(error))
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = 1
}
