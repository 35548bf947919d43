import { keepCompiled } from './local/compile-cache.js'

// No TypeScript, nor what it imports: to take the types out of these two files alone, Node would load a compiler, which
// takes longer than to press what has not changed.
keepCompiled()
const { runProgram } = await import('./build/program.ts')
await runProgram({ whole: false })
