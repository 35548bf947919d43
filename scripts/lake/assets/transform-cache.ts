import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'

const maximumBytes = 512 * 1024 * 1024

/** What this cache writes, unfinished files included; anything else in the folder is not its own. */
const ownName = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/

/** Transformed pictures on disk. Losing it costs time and nothing else. */
export class TransformCache {
  readonly #folder: string
  readonly #underWay = new Map<string, Promise<Buffer>>()

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** The bytes kept under this key, or else those that `make` makes; made once even if asked for twice at a time. */
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const name = createHash('sha256').update(key).digest('hex')
    const existing = this.#underWay.get(name)
    if (existing) return existing
    const result = this.#readOrMake(name, make).finally(() => this.#underWay.delete(name))
    this.#underWay.set(name, result)
    return result
  }

  /** Deletes what has gone unused for longest until the rest is within bounds. */
  async trim(): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => ownName.test(name))
    const files = await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs } = await stat(path.join(this.#folder, name))
        return { name, size, mtimeMs }
      }),
    )
    let total = files.reduce((sum, file) => sum + file.size, 0)
    for (const file of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (total <= maximumBytes) return
      await rm(path.join(this.#folder, file.name), { force: true })
      total -= file.size
    }
  }

  async #readOrMake(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const file = path.join(this.#folder, name)
    const kept = await readFile(file).catch(() => undefined)
    if (kept) {
      const now = new Date()
      await utimes(file, now, now).catch(() => undefined)
      return kept
    }
    const bytes = await make()
    const temporary = `${file}.${randomUUID()}`
    await writeFile(temporary, bytes)
    await rename(temporary, file)
    return bytes
  }
}
