import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { keepCompiled } from './local/compile-cache.js'

// No TypeScript, nor what it imports: to take the types out of these two files alone, Node would load a compiler, which
// takes some forty milliseconds of the half second in which nothing new is pressed.
keepCompiled()
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const { codeFingerprint } = await import('../src/press/fingerprint.ts')
const { bundleFolders, isCompiled } = await import('../src/press/bundle-folders.ts')
const fingerprint = codeFingerprint(root)
const folders = bundleFolders(root, fingerprint)
const isThere = isCompiled(folders) && existsSync(folders.program)
const { runProgram } = await import(isThere ? pathToFileURL(folders.program).href : './build/program.ts')
await runProgram({ whole: false, fingerprint })
