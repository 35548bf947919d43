import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pictureTurns } from './picture-work.ts'

const defaultMaximum = 512 * 1024 * 1024

/** What this cache writes, unfinished files included; anything else in the folder is not its own. */
const ownName = /^(?:[0-9a-f]{40}-)?[0-9a-f]{64}(\.[0-9a-f-]{36})?$/

/** The original's SHA-1, and everything else that decides about the result. */
export type TransformKey = { original: string; request: string }

/** Transformed pictures on disk, the least recently used going first. Losing them costs time and nothing else. */
export class TransformCache {
  readonly #folder: string
  readonly #maximum: number
  readonly #underWay = new Map<string, Promise<Buffer>>()
  /** In bytes, by name; the least recently used comes first. */
  readonly #sizes = new Map<string, number>()
  #total = 0
  #loading: Promise<void> | undefined

  /** @param maximum in bytes, for all files together */
  constructor(folder: string, maximum = defaultMaximum) {
    this.#folder = folder
    this.#maximum = maximum
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  /** The bytes kept under this key, or else those that `make` makes; made once even if asked for twice at a time. */
  get(key: TransformKey, make: () => Promise<Buffer>): Promise<Buffer> {
    const name = `${key.original}-${createHash('sha256').update(key.request).digest('hex')}`
    const existing = this.#underWay.get(name)
    if (existing) return existing
    const result = this.#readOrMake(name, make).finally(() => this.#underWay.delete(name))
    this.#underWay.set(name, result)
    return result
  }

  /** Finds out what an earlier run left, and brings it within bounds. */
  trim(): Promise<void> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  /** Removes everything that was made out of this original. */
  async forget(original: string): Promise<void> {
    await this.trim()
    await Promise.all([...this.#sizes.keys()].filter((name) => name.startsWith(original)).map(this.#drop))
  }

  async #readOrMake(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
    await this.trim()
    const kept = await this.#read(name)
    if (kept) return kept
    // Kept as part of the work: where it outlasts the caller's patience, the next caller finds it done.
    return pictureTurns.take(async () => {
      const bytes = await make()
      await this.#keep(name, bytes)
      return bytes
    })
  }

  async #read(name: string): Promise<Buffer | undefined> {
    const size = this.#sizes.get(name)
    if (size === undefined) return undefined
    const file = path.join(this.#folder, name)
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) {
      await this.#drop(name)
      return undefined
    }
    this.#sizes.delete(name)
    this.#sizes.set(name, size)
    const now = new Date()
    await utimes(file, now, now).catch(() => undefined)
    return bytes
  }

  async #keep(name: string, bytes: Buffer): Promise<void> {
    if (bytes.length > this.#maximum) return
    this.#total += bytes.length
    await this.#makeRoom()
    const file = path.join(this.#folder, name)
    const unfinished = `${file}.${randomUUID()}`
    try {
      await writeFile(unfinished, bytes)
      await rename(unfinished, file)
      this.#sizes.set(name, bytes.length)
    } catch {
      // A full disk, say, is no reason to withhold a picture that is made.
      this.#total -= bytes.length
      await rm(unfinished, { force: true }).catch(() => undefined)
    }
  }

  async #makeRoom(): Promise<void> {
    for (const name of this.#sizes.keys()) {
      if (this.#total <= this.#maximum) return
      await this.#drop(name)
    }
  }

  readonly #drop = async (name: string): Promise<void> => {
    this.#total -= this.#sizes.get(name) ?? 0
    this.#sizes.delete(name)
    await rm(path.join(this.#folder, name), { force: true })
  }

  async #load(): Promise<void> {
    const own = (await readdir(this.#folder))
      .map((name) => ownName.exec(name))
      .filter((match) => match !== null)
    const files = await Promise.all(
      own.map(async ([name, unfinished]) => {
        const file = path.join(this.#folder, name)
        const { size, mtimeMs } = await stat(file)
        if (!unfinished && size > 0) return { name, size, mtimeMs }
        await rm(file, { force: true })
        return undefined
      }),
    )
    const whole = files.filter((file) => file !== undefined).sort((a, b) => a.mtimeMs - b.mtimeMs)
    for (const { name, size } of whole) {
      this.#sizes.set(name, size)
      this.#total += size
    }
    await this.#makeRoom()
  }
}
