import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../src/failure.ts'
import { removeLongUnused } from '../../src/press/unused-folders.ts'
import { ended } from '../local/ended.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['sanity-studio/**/*.*', 'content/templates/*.{mdx,svg}', 'package-lock.json']

/** What is built into a Studio besides its sources. */
const variables = ['SANITY_PROJECT_ID', 'SANITY_DATASET', 'SITE_URL']

/**
 * Builds the Studio, unless these very sources were built before.
 * @returns the folder of its static files
 */
export async function buildStudio(
  env: Record<string, string | undefined>,
  onBegin: () => void = () => undefined,
): Promise<string> {
  const builds = join(root, '.cache', 'studio')
  const folder = join(builds, fingerprint(env))
  if (existsSync(join(folder, 'index.html'))) {
    removeLongUnused(builds, basename(folder))
    return folder
  }
  onBegin()
  const unfinished = `${folder}-${process.pid}`
  const child = spawn('sanity', ['build', '--yes', unfinished], {
    cwd: join(root, 'sanity-studio'),
    env: { ...env, DO_NOT_TRACK: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // The site comes first: readers wait for it, and the Studio is not needed before there is something to look at.
  if (child.pid !== undefined) setPriority(child.pid, 10)
  const stop = () => child.kill()
  process.once('exit', stop)
  const { code, said } = await ended(child)
  process.off('exit', stop)
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Failure(`The Studio could not be built.\n${said.trim()}`, 'The lines above name the mistake.')
  }
  if (existsSync(join(folder, 'index.html'))) rmSync(unfinished, { recursive: true, force: true })
  else renameSync(unfinished, folder)
  return folder
}

function fingerprint(env: Record<string, string | undefined>): string {
  const hash = createHash('sha256').update(variables.map((name) => `${name}=${env[name] ?? ''}`).join('\n'))
  const files = globSync(sources, {
    cwd: root,
    exclude: ['**/node_modules/**', 'sanity-studio/dist/**', 'sanity-studio/.sanity/**'],
  })
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
