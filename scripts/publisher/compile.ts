import { build } from 'astro'
import config from '../../astro.config.mjs'
import { pressAdapter } from '../../src/press/integration.ts'
import { compileFault } from './compile-fault.ts'

// Run as a process of its own: compiling takes some hundred megabytes that the publisher should not keep.
try {
  await build({
    ...config,
    root: process.argv[2] ?? '.',
    configFile: false,
    logLevel: 'error',
    adapter: pressAdapter({ compileOnly: true }),
  })
} catch (error) {
  console.error(compileFault(error))
  process.exitCode = 1
}
