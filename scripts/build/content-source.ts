import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentOf } from '../../src/env.ts'
import { lakeEnvironment, namesHostedProject } from '../local/environment.ts'
import type { LakeAddress } from '../local/lake-process.ts'
import { findRunning } from '../local/running.ts'
import type { WriteOptions } from './arguments.ts'

type Environment = Record<string, string | undefined>

const unknownAddress =
  'SITE_URL is not set, so the site is made for http://localhost:4321: set it (see .env.example) before you publish dist/.'

/**
 * Runs something with the environment that says where the content is: at Sanity, in a lake that runs, or in the local
 * lake, which is started for as long as it takes.
 */
export async function withContent<T>(
  root: string,
  options: WriteOptions,
  run: (env: Environment) => Promise<T>,
): Promise<T> {
  const env = environmentOf(root)
  if (options.sample) return withSample(env, run)
  if (env.SANITY_API_HOST || namesHostedProject(env)) return run(env)
  if (!env.SITE_URL) console.log(unknownAddress)
  const running = options.fromMirror ? stopped : findRunning(options.data)
  if (running) return run(fromLake(env, running))
  return withStartedLake(options.data, (lake) => run(fromLake(env, lake)))
}

/** The lake as a mirror knows it, where nobody is going to ask it. */
const stopped: LakeAddress = {
  url: 'http://localhost:4333',
  projectId: 'local',
  dataset: 'production',
  token: '',
}

function fromLake(env: Environment, lake: LakeAddress): Environment {
  return { ...env, ...lakeEnvironment(lake, env.SITE_URL || 'http://localhost:4321') }
}

async function withSample<T>(env: Environment, run: (env: Environment) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'))
  try {
    return await withStartedLake(join(folder, 'lake'), (lake) =>
      run({ ...fromLake(env, lake), SITE_CACHE: join(folder, 'cache') }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withStartedLake<T>(data: string, run: (lake: LakeAddress) => Promise<T>): Promise<T> {
  // Loaded only where they are needed: most runs of `npm run press` find a lake that runs.
  const { startLakeProcess } = await import('../local/lake-process.ts')
  const lake = await startLakeProcess({ data, port: 0, allowedOrigins: [] })
  try {
    const { importSampleIntoEmpty } = await import('../local/sample.ts')
    await importSampleIntoEmpty(lake)
    return await run(lake)
  } finally {
    await lake.stop()
  }
}
