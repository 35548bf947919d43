import { resolve } from 'node:path'
import { environmentOf } from '../../src/env.ts'
import { reportFailure } from '../local/report-failure.ts'
import { buildStudio } from '../studio/build.ts'

// As `npm start` does it, so that the browser tests find it built.
try {
  await buildStudio(environmentOf(resolve(import.meta.dirname, '../..')))
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
