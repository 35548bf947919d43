import { fileURLToPath } from 'node:url'
import { reportFailure } from '../local/report-failure.ts'
import { parseWriteArguments, usage } from './arguments.ts'
import { withContent } from './content-source.ts'
import { type Way, writeSite } from './write-site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Runs `npm run build` or `npm run press` and sets the exit code. */
export async function runProgram(way: Way): Promise<void> {
  try {
    const options = parseWriteArguments(process.argv.slice(2))
    if (options === 'help') return console.log(usage)
    await withContent(root, options, (env) => writeSite(root, env, options, way))
  } catch (error) {
    reportFailure(error)
    process.exitCode = 1
  }
}
