import { keepCompiled } from './local/compile-cache.ts'

keepCompiled()
const { runProgram } = await import('./build/program.ts')
await runProgram({ whole: true })
