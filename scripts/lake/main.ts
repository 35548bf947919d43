import { keepCompiled } from '../local/compile-cache.ts'

keepCompiled()
await import('./program.ts')
