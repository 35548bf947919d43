import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { AssetFiles } from './assets/files.ts'
import { removeAssetFiles, unfinishedRemovals } from './assets/removal.ts'
import { TransformCache } from './assets/transform-cache.ts'
import { readOrCreateToken } from './auth.ts'
import type { Dataset } from './dataset.ts'
import { Datasets } from './datasets.ts'
import { EventStreams } from './event-stream.ts'
import { isAnyAddress, loopback } from './host.ts'
import type { Lake } from './lake.ts'
import { Origins } from './origins.ts'
import { PresenceHub } from './presence.ts'
import { problemOf } from './problems.ts'
import { defaultDataset, projectId } from './project.ts'
import { QueryPool } from './query/query-pool.ts'
import { attachSockets } from './sockets.ts'
import type { HistoryLimits } from './store/history-limits.ts'
import { Store } from './store/store.ts'

export type LakeOptions = {
  dataDir: string
  /** 0 lets the system choose. */
  port: number
  /** Pages that may use the lake from a browser; none by default. */
  allowedOrigins?: string[]
  /** Address or name to listen on and to be called by; this machine's loopback interface by default. */
  host?: string
  /** How much of the past is kept; all of it by default. */
  history?: HistoryLimits
  /** Where faults of the lake's own are told; standard error by default. */
  report?: (message: string) => void
}

export type RunningLake = {
  url: string
  projectId: string
  dataset: string
  token: string
  /** Reads a dataset before anybody asks, so that the first answer does not wait for it. */
  readAhead(dataset: string): void
  close(): Promise<void>
}

/** Starts a lake, on this machine's loopback interface unless told otherwise. @throws Failure that says what to do */
export async function startLake(options: LakeOptions): Promise<RunningLake> {
  const { dataDir, host = loopback } = options
  const origins = new Origins(options.allowedOrigins ?? [], host)
  const store = openStore(dataDir, options.history)
  const server = createServer({ maxHeaderSize: maximumHeader })
  try {
    const token = whileUsing(dataDir, () => readOrCreateToken(path.join(dataDir, 'token')))
    const url = await listen(server, options.port, host)
    const lake = assemble({ dataDir, url, token, store, origins, report: options.report ?? console.error })
    server.on('request', getRequestListener(createApp(lake).fetch, { overrideGlobalObjects: false }))
    const closeSockets = attachSockets(server, lake)
    await lake.transforms.trim()
    await finishRemovals(lake)
    let closed: Promise<void> | undefined
    const close = () => {
      closed ??= shutDown(lake, server, closeSockets)
      return closed
    }
    const readAhead = (name: string) => lake.queries.prepare(name)
    return { url, projectId, dataset: defaultDataset, token, readAhead, close }
  } catch (error) {
    server.close()
    store.close()
    throw error
  }
}

/** What an earlier run was ended in the middle of. */
async function finishRemovals({ datasets, store, files, transforms }: Lake): Promise<void> {
  for (const { name } of datasets.list()) {
    const deleted = ['image-', 'file-'].flatMap((prefix) => store.gone(name, prefix))
    const left = unfinishedRemovals(deleted, name, files)
    await removeAssetFiles(left, datasets.get(name), files, transforms)
  }
}

async function shutDown(lake: Lake, server: Server, closeSockets: () => void): Promise<void> {
  lake.streams.closeAll()
  closeSockets()
  await stop(server)
  await lake.queries.close()
  lake.store.close()
}

/** Room for the addresses of long queries, which the client sends as GET up to 15 KB. */
const maximumHeader = 64 * 1024

function openStore(dataDir: string, limits: HistoryLimits | undefined): Store {
  return whileUsing(dataDir, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return new Store(path.join(dataDir, 'lake.sqlite'), limits)
  })
}

type Parts = Pick<Lake, 'token' | 'store' | 'origins' | 'report'> & { dataDir: string; url: string }

function assemble({ dataDir, url, ...parts }: Parts): Lake {
  const { store, report } = parts
  const settings = { file: store.file, lakeUrl: url, answers: path.join(dataDir, 'answers') }
  const queries = whileUsing(dataDir, () => new QueryPool(settings))
  const files = whileUsing(dataDir, () => new AssetFiles(path.join(dataDir, 'assets')))
  const transforms = whileUsing(dataDir, () => new TransformCache(path.join(dataDir, 'cache')))
  const onDelete = (dataset: Dataset, ids: string[]) => {
    removeAssetFiles(ids, dataset, files, transforms).catch((error: unknown) => {
      report(`The file of a deleted asset stays: ${error instanceof Error ? error.message : error}`)
    })
  }
  const datasets = new Datasets({ store, queries, lakeUrl: url, onDelete })
  if (!datasets.has(defaultDataset)) datasets.create(defaultDataset, 'public')
  const streams = new EventStreams()
  return { ...parts, datasets, queries, files, transforms, streams, presence: new PresenceHub() }
}

function whileUsing<Value>(subject: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw problemOf(error, subject)
  }
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen({ port, host }, resolve)
  await promise.catch((error: unknown) => {
    throw problemOf(error, String(port))
  })
  const address = server.address()
  const name = isAnyAddress(host) ? loopback : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${typeof address === 'object' && address ? address.port : port}`
}

const patience = 2000
const sweep = 20

/** Lets answers under way finish, but not for ever; a connection kept open for more is closed when it is idle. */
async function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const impatience = setTimeout(() => server.closeAllConnections(), patience)
  const sweeping = setInterval(() => server.closeIdleConnections(), sweep)
  server.close(() => resolve())
  await promise
  clearTimeout(impatience)
  clearInterval(sweeping)
}
