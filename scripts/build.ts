import { keepCompiled } from './local/compile-cache.js'

keepCompiled()
const { runProgram } = await import('./build/program.ts')
await runProgram({ whole: true })
