import { keepCompiled } from './local/compile-cache.js'

// No TypeScript, nor what it imports: to take the types out of these two files alone, Node would load a compiler, which
// takes some forty milliseconds of the half second in which nothing new is pressed.
keepCompiled()
const { runProgram } = await import('./build/program.ts')
await runProgram({ whole: false })
