import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as queries from '../../src/cms/queries.ts'
import { Failure } from '../../src/failure.ts'
import { ended } from '../local/ended.ts'
import { reportFailure } from '../local/report-failure.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const studio = `${root}/sanity-studio`
/** As sanity-studio/sanity.cli.ts names it for typegen. */
const folder = '.cache/check/studio-types'

/**
 * Lets Sanity's own programs say of which types the Studio's documents and the answers to our queries are, and holds
 * what the site takes in against that, in tests/agreement.
 */
async function main(): Promise<void> {
  rmSync(`${root}/${folder}`, { recursive: true, force: true })
  mkdirSync(`${root}/${folder}`, { recursive: true })
  // They find queries by this function only, which ours are not called with otherwise.
  const named = Object.entries(queries).map(
    ([name, query]) => `export const ${name} = defineQuery(${JSON.stringify(query)})\n`,
  )
  writeFileSync(`${root}/${folder}/queries.ts`, `import { defineQuery } from 'groq'\n${named.join('')}`)
  await run(
    'sanity',
    ['schema', 'extract', '--enforce-required-fields', '--path', `../${folder}/schema.json`],
    studio,
  )
  await run('sanity', ['typegen', 'generate'], studio)
  await run('tsc', ['--noEmit', '-p', 'tests/agreement'], root)
}

async function run(program: string, args: string[], cwd: string): Promise<void> {
  const env = { ...process.env, DO_NOT_TRACK: '1' }
  const { code, said } = await ended(spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }))
  if (code === 0) return
  throw new Failure(
    `${program} ${args.join(' ')} failed.\n${said.trim()}`,
    'The lines above name the mistake.',
  )
}

try {
  await main()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
