import { Failure } from '../../src/failure.ts'
import { ByteReader, EndOfBytes } from './byte-reader.ts'
import { damaged } from './damaged.ts'
import { blockSize, parseTarAttributes, parseTarHeader, type TarHeader } from './tar-header.ts'

/** A file or folder in an archive, or something that has no place in one. */
export type TarEntry = { header: TarHeader; body: AsyncIterable<Uint8Array> }

/** The archive's own entries, such as long names, are never large. */
const maximumAttributes = 1024 * 1024

/**
 * Goes through the entries of a tar archive, in their order. It reads no further than it has told, so that a damage
 * is found where it is; readers that run ahead lose count.
 * @param archive how to call it in an error
 * @param use may leave a body unread
 * @returns the name of the last entry
 * @throws Failure that names the entry at which the archive is damaged or ends
 */
export async function eachTarEntry(
  bytes: AsyncIterable<Uint8Array>,
  archive: string,
  use: (entry: TarEntry) => Promise<void>,
): Promise<string | undefined> {
  const reader = new ByteReader(bytes)
  let place = 'before its first entry'
  let last: string | undefined
  try {
    for (let header = await nextHeader(reader); header; header = await nextHeader(reader)) {
      place = `in the middle of ${header.name}`
      const body = bodyOf(reader, header.size)
      await use({ header, body })
      for await (const _ of body);
      last = header.name
      place = `after ${last}`
    }
    await reader.drain()
    return last
  } catch (error) {
    await reader.close().catch(() => undefined)
    throw explained(error, archive, place)
  }
}

/** The next file or folder, with the name and size that entries before it give it; undefined at the archive's end. */
async function nextHeader(reader: ByteReader): Promise<TarHeader | undefined> {
  let attributes: Partial<TarHeader> = {}
  for (;;) {
    const header = parseTarHeader(await reader.exactly(blockSize))
    if (!header) {
      // One empty block may be a damage, two are the end.
      if (parseTarHeader(await reader.exactly(blockSize))) throw new Error('an empty block in the middle')
      return undefined
    }
    const { type } = header
    if (type !== 'attributes' && type !== 'long name' && type !== 'ignored')
      return { ...header, ...attributes }
    if (header.size > maximumAttributes) throw new Error('an extended header is too large')
    const content = await reader.exactly(padded(header.size))
    if (type === 'attributes')
      attributes = { ...attributes, ...parseTarAttributes(content.subarray(0, header.size)) }
    if (type === 'long name')
      attributes = { ...attributes, name: content.toString('utf8').replace(/\0.*$/s, '') }
  }
}

async function* bodyOf(reader: ByteReader, size: number): AsyncGenerator<Uint8Array> {
  for (let missing = size; missing > 0; ) {
    const chunk = await reader.some(missing)
    missing -= chunk.length
    yield chunk
  }
  await reader.exactly(padded(size) - size)
}

function padded(size: number): number {
  return Math.ceil(size / blockSize) * blockSize
}

function explained(error: unknown, archive: string, place: string): unknown {
  // What the disk refuses is not the archive's fault.
  if (error instanceof Failure || !(error instanceof Error) || 'syscall' in error) return error
  if (error instanceof EndOfBytes) return damaged(`${archive} is cut off ${place}.`, { cause: error })
  return damaged(`${archive} is damaged ${place} (${error.message}).`, { cause: error })
}
