import { resolve } from 'node:path'
import { Failure } from '../../src/failure.ts'
import { reportFailure } from '../local/report-failure.ts'
import { findRunning, noteRunning } from '../local/running.ts'
import { type LakeArguments, lakeUsage, parseArguments } from './arguments.ts'
import { isLoopback } from './host.ts'
import { type RunningLake, startLake } from './start.ts'

let isStopping = false

async function run(options: LakeArguments): Promise<void> {
  const lake = await startLake(options).catch((error: unknown) => {
    throw withAddress(error, options.dataDir)
  })
  stopWhenTold(lake, options.dataDir)
  if (!isLoopback(options.host)) console.error(warning(lake.url, options.host))
  const address = { ...lake, dataset: options.datasets[0] ?? lake.dataset }
  try {
    await prepare(address, options)
  } catch (error) {
    await lake.close()
    throw error
  }
  if (isStopping) return
  console.log(options.json ? json(address) : text(address, options.dataDir))
  lake.readAhead(address.dataset)
}

async function prepare(lake: RunningLake, options: LakeArguments): Promise<void> {
  if (options.datasets.length === 0 && !options.import) return
  // It takes as long to load as the lake itself, which most starts can do without.
  const { fillDataset, makeDatasets } = await import('./fill.ts')
  await makeDatasets(lake, options.datasets)
  if (options.import) await fillDataset(lake, options.import, options.dataDir)
}

function json({ url, projectId, dataset, token }: RunningLake): string {
  return JSON.stringify({ url, projectId, dataset, token })
}

function text({ url, projectId, dataset, token }: RunningLake, dataDir: string): string {
  return `Lake ready, content in ${resolve(dataDir)}. Ctrl+C stops it. Its address, to copy into .env:

SANITY_API_HOST=${url}
SANITY_PROJECT_ID=${projectId}
SANITY_DATASET=${dataset}
SANITY_TOKEN=${token}`
}

function warning(url: string, host: string): string {
  return `Warning: the lake listens on ${host}, so that other machines can reach it. Whoever has the token can read and
change everything, and token and content travel unencrypted: do this only in a network that you trust. Programs may
call it by ${host === '0.0.0.0' || host === '::' ? 'any address in digits' : host} or localhost; pages only with --allow-origin. Pictures get addresses under ${url}.`
}

function stopWhenTold({ close, readAhead: _, ...lake }: RunningLake, dataDir: string): void {
  // A lake that another program has started is that program's to tell of.
  if (!process.send) process.once('exit', noteRunning(dataDir, lake))
  const stop = () => {
    isStopping = true
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Started by another program: when that one is gone, however it went, there is nobody left to work for.
  process.once('disconnect', stop)
}

/** A lake that runs on the folder already is what somebody may be looking for. */
function withAddress(error: unknown, dataDir: string): unknown {
  const running = findRunning(dataDir)
  if (!running || !(error instanceof Failure)) return error
  return new Failure(`${error.message} It answers at ${running.url}.`, `Use that one, or: ${error.hint}`, {
    cause: error,
  })
}

try {
  const options = parseArguments(process.argv.slice(2))
  if (options === 'help') console.log(lakeUsage)
  else await run(options)
} catch (error) {
  // What fails because everything stops is no news.
  if (!isStopping) {
    reportFailure(error)
    process.exit(1)
  }
}
