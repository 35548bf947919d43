import { keepCompiled } from '../local/compile-cache.js'

keepCompiled()
await import('./program.ts')
