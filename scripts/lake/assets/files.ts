import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** The originals as they were uploaded, one folder for each dataset. */
export class AssetFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** Durable when the promise is fulfilled; a file that is there already has the same bytes. */
  async write(dataset: string, name: string, bytes: Buffer): Promise<void> {
    const target = path.join(this.#folder, dataset, name)
    if (existsSync(target)) return
    mkdirSync(path.dirname(target), { recursive: true })
    const temporary = `${target}.${randomUUID()}`
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  }

  /** The path of an original, or undefined where there is none by that name. */
  find(dataset: string, name: string): string | undefined {
    if (!/^[a-z0-9_-]+$/.test(dataset) || !/^[0-9a-f]{40}(-\d+x\d+)?\.[a-z0-9]{1,10}$/.test(name))
      return undefined
    const file = path.join(this.#folder, dataset, name)
    return existsSync(file) ? file : undefined
  }

  async removeDataset(dataset: string): Promise<void> {
    await rm(path.join(this.#folder, dataset), { recursive: true, force: true })
  }
}
