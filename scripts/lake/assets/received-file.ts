import { createHash, randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { httpError } from '../errors.ts'

const megabyte = 1024 * 1024

/** A body that was written to disk, not yet under its own name. */
export type ReceivedFile = {
  file: string
  /** In bytes; never 0. */
  size: number
  /** In hexadecimal digits. */
  sha1: string
}

/**
 * Writes a body into a new file of this folder, durable when the promise is fulfilled, without ever holding
 * more than a piece of it in memory.
 * @throws 413 where it is larger than `limit` bytes, 400 where it is empty or ends early; the file is gone then
 */
export async function receiveFile(request: Request, folder: string, limit: number): Promise<ReceivedFile> {
  const tooLarge = () => httpError(413, `The file is too large: ${Math.floor(limit / megabyte)} MB at most`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const file = path.join(folder, randomUUID())
  const handle = await open(file, 'wx')
  const hash = createHash('sha1')
  let size = 0
  try {
    for await (const chunk of chunksOf(request)) {
      size += chunk.byteLength
      if (size > limit) throw tooLarge()
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    if (size === 0) throw httpError(400, 'The file is empty')
    await handle.sync()
    return { file, size, sha1: hash.digest('hex') }
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.body ?? []
  } catch {
    throw httpError(400, 'The upload ended before all of the file had arrived')
  }
}
