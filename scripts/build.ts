import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { environmentOf } from '../src/env.ts'
import { Failure } from '../src/failure.ts'
import { lakeEnvironment, namesHostedProject } from './local/environment.ts'
import { startLakeProcess } from './local/lake-process.ts'
import { reportFailure } from './local/report-failure.ts'
import { findRunning } from './local/running.ts'
import { importSampleIntoEmpty } from './local/sample.ts'

const usage = `npm run build [-- options]

Builds the site into dist/ with \`astro build\`: from the Sanity project that the environment names, else from the
local lake, which is started for as long as it takes if it does not run.

  --out DIR     write into DIR instead of dist/
  --data DIR    the local lake's data folder (.data)
  --sample      build the sample content, whatever the local lake holds`

const unknownAddress =
  'SITE_URL is not set, so the site is made for http://localhost:4321: set it (see .env.example) before you publish dist/.'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs `astro build` and resolves with its exit code. */
function astroBuild(env: Record<string, string | undefined>, out: string): Promise<number> {
  const child = spawn('astro', ['build', '--outDir', out], {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}

async function buildFromLake(data: string, cache: string | undefined, out: string): Promise<number> {
  const running = findRunning(data)
  const started = running ? undefined : await startLakeProcess({ data, port: 0, allowedOrigins: [] })
  const lake = running ?? started
  if (!lake) throw new Error('There is no lake to build from.')
  try {
    await importSampleIntoEmpty(lake)
    if (!environmentOf(root).SITE_URL) console.log(unknownAddress)
    const env = {
      ...environmentOf(root),
      ...lakeEnvironment(lake, environmentOf(root).SITE_URL || 'http://localhost:4321'),
      ...(cache === undefined ? {} : { SITE_CACHE: cache }),
    }
    return await astroBuild(env, out)
  } finally {
    await started?.stop()
  }
}

async function buildSample(out: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'))
  try {
    return await buildFromLake(join(folder, 'lake'), join(folder, 'cache'), out)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function parse() {
  try {
    return parseArgs({
      options: {
        out: { type: 'string', default: 'dist' },
        data: { type: 'string', default: '.data' },
        sample: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    throw new Failure(cause instanceof Error ? cause.message : String(cause), usage, { cause })
  }
}

async function main(): Promise<number> {
  const values = parse()
  if (values.help) {
    console.log(usage)
    return 0
  }
  if (values.out === '' || values.data === '')
    throw new Failure('--out or --data has no value: which folder is meant?', usage)
  const out = resolve(values.out)
  const env = environmentOf(root)
  if (values.sample) return buildSample(out)
  if (env.SANITY_API_HOST || namesHostedProject(env)) return astroBuild(env, out)
  return buildFromLake(resolve(values.data), undefined, out)
}

try {
  process.exitCode = await main()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
