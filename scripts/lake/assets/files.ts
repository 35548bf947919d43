import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { isAssetName } from './asset-name.ts'
import { type ReceivedFile, receiveFile } from './received-file.ts'

/** The originals as they were uploaded, one folder for each dataset. */
export class AssetFiles {
  readonly #folder: string
  /** No dataset can be called like this. */
  readonly #arrivals: string
  readonly #queues = new Map<string, Promise<unknown>>()

  /** Clears away what uploads left behind that a crash interrupted. */
  constructor(folder: string) {
    this.#folder = folder
    this.#arrivals = path.join(folder, '.arriving')
    rmSync(this.#arrivals, { recursive: true, force: true })
    // Originals say where they were taken; a data folder that somebody made may be open to other users.
    mkdirSync(this.#arrivals, { recursive: true, mode: 0o700 })
  }

  /** The body of a request as a file of `limit` bytes at most. `discard` it, whether it was kept or not. */
  receive(request: Request, limit: number): Promise<ReceivedFile> {
    return receiveFile(request, this.#arrivals, limit)
  }

  async discard(received: ReceivedFile): Promise<void> {
    await rm(received.file, { force: true })
  }

  /** Durable when the promise is fulfilled; a file that is there already has the same bytes. */
  async keep(received: ReceivedFile, dataset: string, name: string): Promise<void> {
    const target = path.join(this.#folder, dataset, name)
    if (existsSync(target)) return
    await mkdir(path.dirname(target), { recursive: true })
    await rename(received.file, target)
    await syncFolder(path.dirname(target))
  }

  /** The path of an original, or undefined where there is none by that name. */
  find(dataset: string, name: string): string | undefined {
    if (!/^[a-z0-9_-]+$/.test(dataset) || !isAssetName(name)) return undefined
    const file = path.join(this.#folder, dataset, name)
    return existsSync(file) ? file : undefined
  }

  async remove(dataset: string, name: string): Promise<void> {
    const file = this.find(dataset, name)
    if (file) await rm(file, { force: true })
  }

  async removeDataset(dataset: string): Promise<void> {
    await rm(path.join(this.#folder, dataset), { recursive: true, force: true })
  }

  /** Does what concerns one file and its document one after another, so that no removal crosses an upload. */
  async exclusively<Value>(dataset: string, name: string, work: () => Promise<Value>): Promise<Value> {
    const key = `${dataset}/${name}`
    const before = this.#queues.get(key) ?? Promise.resolve()
    const result = before.then(work)
    const settled = result.catch(() => undefined)
    this.#queues.set(key, settled)
    try {
      return await result
    } finally {
      if (this.#queues.get(key) === settled) this.#queues.delete(key)
    }
  }
}

/** Without this, a power cut could forget the name of a file whose bytes are safe. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and needs no such thing.
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
